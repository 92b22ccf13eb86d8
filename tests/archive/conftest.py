"""The archive of the small site: its files by name, as they stand in the zip."""

import pytest
from bs4 import BeautifulSoup

from tests.site.project import DAY
from tools.archive import built, whole
from tools.made import Made


@pytest.fixture(scope="session")
def small_made(small_project) -> Made:
    return built(small_project, small_project / "output", DAY)


@pytest.fixture(scope="session")
def archived(small_made) -> dict[str, bytes]:
    return dict(whole(small_made))


@pytest.fixture(scope="session")
def shown(archived) -> dict[str, BeautifulSoup]:
    """Its pages, parsed."""
    return {
        name: BeautifulSoup(data.decode(), "html.parser") for name, data in archived.items() if name.endswith(".html")
    }
