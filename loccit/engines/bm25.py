"""BM25 (Robertson and Zaragoza, 2009) with Lucene's idf, which is never negative.

k1 and b were chosen on judged collections: docs/accuracy.md.
"""

import math

K1, B = 1.8, 0.75


def idf(passages: int, having: int) -> float:
    """`ln(1 + (N - df + 0.5)/(df + 0.5))`."""
    return math.log(1 + (passages - having + 0.5) / (having + 0.5))


def weight(frequency: float, length: float, average: float) -> float:
    """How much a term's `frequency` in a passage counts, between 0 and k1 + 1."""
    norm = 1 - B + B * (length / average if average else 1)
    return frequency * (K1 + 1) / (frequency + K1 * norm)
