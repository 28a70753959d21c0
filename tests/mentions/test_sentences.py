"""Sentence ends on real text: the annotated full stops, as far as docs/accuracy.md says."""

import pytest

from bench.accuracy_sentences import judged


@pytest.mark.parametrize("checked", [False, True])
def test_annotated_full_stops_are_read_as_judged(checked: bool) -> None:
    rows = [row for row in judged() if row.checked == checked]
    wrong = [row.text[max(0, row.at - 40) : row.at + 20] for row in rows if not row.right]
    assert len(rows) == 100
    assert len(wrong) <= 1, wrong
