"""Where little or nothing is found: other spellings, names meant, changes, most of the words."""
