"""Whoosh: pure Python, one folder on disk, nothing to run."""
