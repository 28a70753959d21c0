"""What a reader calls now and then, so that whoever waits for it knows that it goes on."""

from collections.abc import Callable

Beat = Callable[[], object]


def silent() -> None:
    """For whoever doesn't wait."""
