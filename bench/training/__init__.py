"""Training of what Loccit ships: not in the wheel, and nothing else imports it."""
