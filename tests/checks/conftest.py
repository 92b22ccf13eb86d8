"""The small site, really built once, and copies of it to be spoiled."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from plugins.shared.problem import Problems
from tests.site.project import DAY
from tools.checks import html, page
from tools.made import Made
from tools.tree import read_everything


@pytest.fixture(scope="session")
def good(small_project: Path) -> Made:
    """The small site as the checks get it."""
    problems = Problems()
    tree = read_everything(small_project, problems, DAY)
    assert list(problems) == []
    return Made(small_project / "output", small_project, tree.site.identity.address, tree)


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Nearly all pages of a spoiled site are those of the good one; reading them is what takes time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(page, "parsed", cache(page.parsed))
        patch.setattr(html, "errors_of", cache(html.errors_of))
        yield


@pytest.fixture
def spoiled(good: Made, tmp_path: Path) -> Made:
    """A copy of it. The files are links to the good ones: replace them, don't write into them."""
    return replace(good, folder=shutil.copytree(good.folder, tmp_path / "output", copy_function=os.link))
