"""When the passages of a search fall: counts, what is drawn of them, where labels lead."""
