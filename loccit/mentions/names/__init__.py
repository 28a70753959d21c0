"""Names: spaCy's entity recogniser on the masked copy, its spans corrected by general rules."""

from loccit.mentions.names.recogniser import ModelMissing, Recogniser, load, loaded

RULES_VERSION = 3
"""Raised when the same text would give other names."""

__all__ = ["RULES_VERSION", "ModelMissing", "Recogniser", "load", "loaded"]
