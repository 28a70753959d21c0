"""The network that finds names: texts as it reads them, its weights, and the spans it tells."""
