"""The date reader on growing input: `python -m bench.speed_dates`.

Linear time shows as a rate that doesn't fall while the input grows a hundredfold.
"""

from collections.abc import Callable, Iterator
from time import process_time

from loccit.mentions import citations, dates
from loccit.mentions.masking import mask
from loccit.model.mentions import Context, Stretch

PROSE = (
    "On 6 May 2012 the army moved north with 2,000 men, and two days later it took the town;[48]"
    " since 2010 it had been held by rebels. In June of that year both sides signed a treaty.[49] "
)
INPUTS: dict[str, Callable[[int], str]] = {
    "prose in one line": lambda size: (PROSE * (size // len(PROSE) + 1))[:size],
    "dates alone": lambda size: "6 May 2012 " * (size // 11),
    "dates without years": lambda size: "6 May " * (size // 6),
    "days that wait for a month": lambda size: "5, " * (size // 3) + "6 and 7 May 2012",
    "summers": lambda size: "the summer is warm, " * (size // 20),
    "years in open brackets": lambda size: "(in 1914 " * (size // 9),
    "counts": lambda size: "some 1500 men or 1600 guns, " * (size // 28),
    "one word": lambda size: "a" * size,
    "digits": lambda size: "1" * size,
    "open ranges": lambda size: "from May to " * (size // 12),
    "white space": lambda size: "the" + " " * size + "end",
}
SIZES = (10_000, 100_000, 1_000_000)
"""In characters, all in one passage."""


def rates() -> Iterator[tuple[str, list[float]]]:
    """Millions of characters a second of processor time, for each kind of input and size."""
    for name, made in INPUTS.items():
        yield name, [size / _seconds(made(size)) / 1e6 for size in SIZES]


def _seconds(text: str) -> float:
    began = process_time()
    (cited,) = citations.in_document([text])
    dates.find([Stretch("d#1", text)], [mask(text, cited.undated)], Context())
    return max(process_time() - began, 1e-6)


def main() -> None:
    heads = " | ".join(f"{size:,} characters" for size in SIZES)
    print(f"| MB a second of one core | {heads} | last against first |")
    print("|---|" + "---|" * (len(SIZES) + 1))
    _seconds(PROSE)
    for name, words_a_second in rates():
        cells = " | ".join(f"{rate:.2f}" for rate in words_a_second)
        print(f"| {name} | {cells} | {words_a_second[-1] / words_a_second[0]:.2f} |")


if __name__ == "__main__":
    main()
