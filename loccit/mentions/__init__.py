"""Finds citations, dates and entities in a text: types and pure functions, no files, no index."""
