"""The small site, and how a test reads one: through the same plugins as the build, without Pelican's run.
And this project's own site, really built, for those that read it and those that open it in a browser."""

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, settings
from pelican.settings import read_settings

from plugins.hub.tree import Tree, read_tree
from plugins.shared.concept import Concept
from plugins.shared.document import read_document
from plugins.shared.problem import Problem, Problems
from plugins.shared.reading import Reading
from tests.quiz.approving import approve_everything
from tests.safety.attacking import attack
from tests.site.project import SMALL, built_once
from tools.tree import asked

pytest_plugins = ("tests.sampling",)

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 23)

os.environ["PANDU_LANG"] = "en"  # whatever the system of who runs the tests speaks


def pytest_configure(config: pytest.Config) -> None:
    """What one build has made serves all the others; the workers of a run inherit the folder."""
    if not hasattr(config, "workerinput") and "PANDU_CACHE" not in os.environ:
        os.environ["PANDU_CACHE"] = folder = tempfile.mkdtemp(prefix="pandu-cache-")
        config.add_cleanup(lambda: shutil.rmtree(folder, ignore_errors=True))


settings.register_profile("on any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("on any machine")  # a busy one is slow, and no test is about that


class Read(NamedTuple):
    """What was read, what is wrong with it, and every line that the editor is told of that."""

    tree: Tree | None
    problems: list[Problem]
    told: list[str]


@pytest.fixture(scope="session")
def concepts() -> tuple[Concept, ...]:
    return asked(read_settings(str(ROOT / "pelicanconf.py"))["PLUGINS"])


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A copy of the small good site, to be spoiled."""
    return shutil.copytree(ROOT / "tests" / "small", tmp_path.resolve() / "small")


@pytest.fixture
def dated(small: Path) -> Path:
    """A copy of the small site whose checklist has dates of every form, and tasks below tasks."""
    return shutil.copytree(ROOT / "tests" / "checklist" / "dated", small, dirs_exist_ok=True)


@pytest.fixture
def read(concepts: tuple[Concept, ...]) -> Callable[..., Read]:
    """Reads the site in a folder; with catalogues of its own where it has them."""

    def read(root: Path, day: date = DAY) -> Read:
        problems = Problems()
        reading = Reading(
            root, ("id", "en"), day, problems, lambda path: read_document(path, root, problems), ROOT / "theme"
        )
        own = root / "theme" / "locale"
        tree = read_tree(concepts, reading, own if own.is_dir() else ROOT / "theme" / "locale")
        return Read(tree, list(problems), [str(each) for each in problems])

    return read


@pytest.fixture
def approved(read: Callable[..., Read]) -> Callable[..., Read]:
    """Reads the site in a folder once all its answers are approved as they stand there."""

    def approved(root: Path, day: date = DAY) -> Read:
        approve_everything(root, read(root, day).tree.site)
        return read(root, day)

    return approved


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site as it is published."""
    return built_once(tmp_path_factory, "site") / "output"


@pytest.fixture(scope="session")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site as `serve` has it, with the pages of the components."""
    return built_once(tmp_path_factory, "workshop", settings="pelicanconf.py") / "output"


@pytest.fixture(scope="session")
def later(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project's site on a day on which laws should have begun and reviews are due."""
    return built_once(tmp_path_factory, "later", day="2027-12-31") / "output"


@pytest.fixture(scope="session")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small good site, built."""
    return built_once(tmp_path_factory, "small", SMALL)


@pytest.fixture(
    scope="session", params=[SMALL, pytest.param(ROOT.parent, marks=pytest.mark.thorough)], ids=["small", "whole"]
)
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with an attack in every field, built: the small one, and this one, which has every kind of file."""
    name = f"attacked-{'small' if request.param == SMALL else 'whole'}"
    return built_once(tmp_path_factory, name, request.param, make=attack)
