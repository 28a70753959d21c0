"""Full-text search for cited text: passages by words, dates, names and citation numbers."""
