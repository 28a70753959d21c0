"""What all of our own errors have in common."""


class LoccitError(Exception):
    """Something that Loccit couldn't do; the message names what is missing and the fix."""
