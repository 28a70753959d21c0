"""Following a citation into the document that it cites, to the passage that it rests on."""
