"""From what a reader typed to ranked results: grammar, snippets, facets."""
