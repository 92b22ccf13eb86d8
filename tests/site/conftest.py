import pytest
from bs4 import BeautifulSoup

from tests.site.project import copy_project
from tools.summary import page_files


@pytest.fixture
def copy(built, tmp_path):
    """Another copy of the project that the site was built from, to be changed."""
    return copy_project(tmp_path / "another" / "place", built.parent, built.parent)


@pytest.fixture(scope="session")
def pages(built):
    """Every page of the built site by its address, parsed."""
    return {
        path.relative_to(built).as_posix(): BeautifulSoup(path.read_text("utf-8"), "html.parser")
        for path in page_files(built)
    }
