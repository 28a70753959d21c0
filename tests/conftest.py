"""For every test: examples have no deadline, since machines are shared and noisy, and what is built
is signed with a key of the tests' own."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from loccit.engines import signing

settings.register_profile("loccit", deadline=None)
settings.load_profile("loccit")


@pytest.fixture(scope="session", autouse=True)
def own_key(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Indexes are signed with a key of the tests', not with that of whoever runs them."""
    before = os.environ.get(signing.VARIABLE)
    os.environ[signing.VARIABLE] = str(tmp_path_factory.mktemp("state") / "key")
    yield
    os.environ.pop(signing.VARIABLE)
    if before is not None:
        os.environ[signing.VARIABLE] = before
