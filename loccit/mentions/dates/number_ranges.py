"""Tens that are no decade: temperatures in the 90s, a serve in the mid-80s range, the 70s mph."""

import re

_MEASURED = re.compile(
    r"(?:(?:\s+(?:to|and|or)\s+|\s?[-–]\s?)(?:the\s+)?(?:(?:low|mid|high|upper)[\s-])?[2-9]0s)?"
    r"(?:\s*[°%]|[\s-]+(?:\(?°|(?:[\w-]+\s+)?ranges?\b|mph|m\.p\.h|kph|km/h|knots|degrees"
    r"|percent\w*|per\s+cent|Fahrenheit|Celsius|[FC]\b|points|pounds|kilos?|kg|lbs?|decibels|dB\b"
    r"|beats|strokes|IQ\b|years\s+of\s+age))"
)
_OF_NUMBERS = re.compile(
    r"(?:\b(?:temperatures?|highs|lows|thermometers?|humidity|degrees|percent\w*|odds|serves?|serving"
    r"|fastballs?|curveballs?|pitch(?:es|ing)?|throw(?:s|ing)|velocit(?:y|ies)|speeds?|clocked|pulse"
    r"|heart\s+rates?|scores?|scoring|averages|grades|ratings|IQs?|mph|weigh\w*)\b"
    r"[^,.;:!?()\n]{0,60}?|(?<!\bwas\s)(?<!\bwere\s)\b(?:averag(?:e|ed|ing)|scored)\s+)"
    r"(?<!\w)(?:in|into|to|around|about|reach\w*|hit(?:s|ting)?|touch\w*|above|below)\s+\Z",
    re.IGNORECASE,
)
_NEAR = 100
"""Code points before the tens that are looked at."""


def is_number_range(text: str, start: int, end: int) -> bool:
    """Whether `text[start:end]`, tens in the plural, are what was measured and no years.

    >>> is_number_range("highs in the 90s", 9, 16), is_number_range("he sang in the 90s", 11, 18)
    (True, False)
    >>> is_number_range("the mid-80s mph range", 0, 11)
    True
    """
    if _MEASURED.match(text, end):
        return True
    return _OF_NUMBERS.search(text, max(0, start - _NEAR), start) is not None
