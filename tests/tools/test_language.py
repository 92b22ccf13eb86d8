"""Every command tells what it has to in the language of who runs it; keys, codes and commands stay as they are."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.project import DAY, ROOT, copy_project

GUIDES = "content/guides/bread"
CHECK = f"import sys, pathlib, tools.check; sys.exit(tools.check.check({DAY!r}, root=pathlib.Path.cwd()))"
OVEN = "## The oven {#oven}\n\nSee [the oven](#ovens) and [@oven-2-2042].\n"
UNSAID = dict.fromkeys(("PANDU_LANG", "LC_ALL", "LC_MESSAGES", "LANG"), "")


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site with a misspelt key, a link to no section, and a regulation that nobody knows."""
    project = copy_project(tmp_path_factory.mktemp("broken") / "project", ROOT / "tests" / "small")
    change(project / GUIDES / "selling-bread" / "en.md", "level: ", "levels: ")
    change(project / GUIDES / "first-loaf" / "en.md", "## The oven {#oven}\n", OVEN)
    return project


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def told(project: Path, **environment: str) -> list[str]:
    command = [sys.executable, "-X", "utf8", "-c", CHECK]
    known = os.environ | UNSAID | environment
    done = subprocess.run(command, cwd=project, env=known, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    return [*done.stderr.splitlines(), done.stdout.partition(";")[0]]


@pytest.mark.parametrize(
    "environment",
    [{"PANDU_LANG": "id"}, {"LANG": "id_ID.UTF-8"}, {"LANG": "en_GB.UTF-8", "PANDU_LANG": "id"}],
    ids=["by our variable", "by the system", "by ours before the system's"],
)
def test_a_broken_tree_is_told_in_indonesian(broken, environment):
    assert told(broken, **environment) == [
        f"{GUIDES}/first-loaf/en.md:21:5: E112 tautan ke '#ovens': tidak ada bagian itu; yang paling mirip: #oven",
        f"{GUIDES}/first-loaf/en.md:21:28: E126 'oven-2-2042' tidak ada di register peraturan; "
        "maksud Anda 'oven-2-2024'?",
        f"{GUIDES}/selling-bread/en.md:8:1: E107 kunci 'levels' tidak dikenal di sini; maksud Anda 'level'?",
        "check: ada kesalahan, masing-masing disebut di atas dengan tempatnya",
    ]


def test_a_language_without_a_catalogue_is_told_in_english(broken):
    assert told(broken, LANG="fr_FR.UTF-8") == told(broken, PANDU_LANG="en")
