"""A passage as it is quoted, and its reference in the styles that readers write in."""
