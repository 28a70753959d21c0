"""How requests reach the site: connections that may not linger, and lanes in which clients wait."""
