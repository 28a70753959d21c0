"""PDF: letters on sheets become blocks of text, with marks and notes; `reader.py` tells the way."""
