"""BM25 and BM25F (Robertson and Zaragoza, 2009) with Lucene's idf, which is never negative.

k1, b and what fields weigh were chosen by measuring: docs/accuracy.md.
"""

import math

K1, B = 1.8, 0.75
SHORTEST = 0.3
"""Of the average: what is shorter counts as this long, so that a few words are no answer for
being few."""
NAMED = 1.0
"""How much a name that stands for the words weighs, beside one in the text."""
BESIDE = 0.2
"""How much words in the passage before or after weigh, where the passage has them somewhere."""


def idf(passages: int, having: int) -> float:
    """`ln(1 + (N - df + 0.5)/(df + 0.5))`."""
    return math.log(1 + (passages - having + 0.5) / (having + 0.5))


def norm(length: float, average: float) -> float:
    """What a frequency is divided by for the length of the field it is in, 1 for the average."""
    return 1 - B + B * max(SHORTEST, length / average if average else 1)


def weight(frequency: float) -> float:
    """How much a term's frequency, divided by the norm, counts, between 0 and k1 + 1.

    In several fields it is the sum of what each field's frequency weighs.
    """
    return frequency * (K1 + 1) / (frequency + K1)
