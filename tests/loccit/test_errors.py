"""All of our own errors can be caught as one."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator

from werkzeug.exceptions import HTTPException

import loccit
from loccit.engines.deadline import OutOfTime
from loccit.model.errors import LoccitError


def own_errors() -> Iterator[type[Exception]]:
    """All but the site's answers to a wrong request, which no caller of ours sees."""
    for place in pkgutil.walk_packages(loccit.__path__, "loccit."):
        if place.name != "loccit.__main__":
            module = importlib.import_module(place.name)
            for _, each in inspect.getmembers(module, inspect.isclass):
                if issubclass(each, Exception) and each.__module__ == place.name:
                    yield each


def test_every_error_of_ours_is_a_loccit_error() -> None:
    errors = list(own_errors())
    assert len(errors) > 10
    assert [each for each in errors if not issubclass(each, LoccitError | HTTPException)] == []


def test_a_search_that_is_out_of_time_says_so() -> None:
    assert "took longer" in str(OutOfTime())
