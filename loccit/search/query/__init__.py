"""What was typed to a query tree: grammar, parser, parts, fields."""
