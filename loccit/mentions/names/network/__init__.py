"""A small network of our own that says of each word which name it is part of."""
