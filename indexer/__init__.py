"""Seeds to an index: read formats, cut passages, find mentions, write, swap."""
