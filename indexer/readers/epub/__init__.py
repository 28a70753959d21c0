"""Books as EPUB."""
