"""Reads references: what a reader is shown of one, and its parts. Pure functions."""

from loccit.mentions.references.identifiers import links

__all__ = ["links"]
