"""Formats: what a file is (`formats.py`), and for each a reader that makes blocks of text, marks
and notes of it, in a process of its own (`isolated.py`)."""
