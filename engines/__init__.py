"""Keeps passages and finds them again: one seam, several engines behind it."""
