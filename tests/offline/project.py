"""The small site with a course of its guide, quiz and checklist, and a tool that the guide leads to."""

import shutil
from pathlib import Path

import pytest

from tests.site.project import SMALL, build, built_once, copy_project

COURSE = Path(__file__).with_name("course")
GUIDE = "content/guides/bread/selling-bread/en.md"  # of another guide, which no question cites


def saved_project(factory: pytest.TempPathFactory) -> Path:
    """Built once a run."""
    return built_once(factory, "offline", content(factory.mktemp("content") / "content"))


def changed_project(factory: pytest.TempPathFactory, project: Path) -> Path:
    """The same, built anew with other words in one guide."""
    other = copy_project(factory.mktemp("changed") / "project", project)
    guide = other / GUIDE
    guide.write_text(guide.read_text("utf-8").replace("sold with a label", "sold with a beautiful label"), "utf-8")
    build(other)
    return other


def content(target: Path) -> Path:
    """Its content in `target`."""
    shutil.copytree(SMALL, target)
    return shutil.copytree(COURSE, target, dirs_exist_ok=True)
