"""One thing on one page: a name, a document, a citation, a source, names together, two searches."""
