"""A passage as one quotes it: without its markers, and without the gaps that they leave."""

import pytest

from loccit.mentions import citations
from loccit.web.words import quotation
from tests.engines.made import passage


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("It rose [20], such as [1] here.[3]", "It rose, such as here."),
        ("It rose.[1] It fell [2]. It ended.", "It rose. It fell. It ended."),
        ("[1] It rose. [2] It fell. [3]", "It rose. It fell."),
        ("It rose,[1][2] it fell", "It rose, it fell"),
        ("No  gap is closed , that was there", "No  gap is closed , that was there"),
    ],
)
def test_no_gap_is_left(text: str, quoted: str) -> None:
    assert quotation(passage("war", 1, text, *citations.find(text))) == quoted
