"""An environment that does not serve any more is made anew by itself, once, and says so in a line."""

import json
import os
import shutil
import signal
import subprocess

import pytest

from .conftest import BARE, small


def python_of(project):
    return project.root / (".venv/Scripts/python.exe" if os.name == "nt" else ".venv/bin/python")


def file_of(project, name):
    return next((project.root / ".venv").rglob(f"site-packages/{name}"))


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """A small project for what changes more than a repair would undo."""
    return small(tmp_path_factory.mktemp("other"))


@pytest.fixture
def stamp(made):
    """The stamp of an intact environment, whole again after the test."""
    path = made.root / ".venv/pandu.json"
    text = path.read_text("utf-8")
    assert flaw_of(made) == "None"
    yield path
    path.write_text(text, "utf-8")


def flaw_of(project):
    """Why the environment would be made anew, without doing so."""
    look = "from tools.environment import flaw; print(flaw('build'))"
    return subprocess.run(
        [BARE, "-c", look], cwd=project.root, capture_output=True, text=True, check=True
    ).stdout.strip()


def lose_python(project):
    python_of(project).unlink()


def truncate_a_package(project):
    file = file_of(project, "invoke/program.py")
    file.write_bytes(file.read_bytes()[:100])


def break_settings(project):
    (project.root / ".venv/pyvenv.cfg").write_text("home = nowhere\n", "utf-8")


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lose_python, "its Python is gone"),
        pytest.param(truncate_a_package, "it is damaged", marks=pytest.mark.thorough),
        pytest.param(break_settings, "it is damaged", marks=pytest.mark.thorough),
    ],
)
def test_a_damaged_environment_is_made_anew(made, damage, reason):
    damage(made)
    repaired, next_one = made.start("build"), made.start("build")
    assert repaired.stderr.startswith(f"Removing .venv ({reason}) and making it anew for Python 3.")
    assert (repaired.returncode, repaired.stdout) == (0, "built as of None\n")
    assert (next_one.returncode, next_one.stderr) == (0, "")


@pytest.mark.thorough
@pytest.mark.skipif(os.name == "nt", reason="needs a program of one line")
def test_a_python_that_does_not_start_is_replaced(made):
    """A damage that no look at the files shows: it is found when the task fails."""
    python_of(made).unlink()
    python_of(made).write_text("#!/bin/sh\nexit 127\n")
    python_of(made).chmod(0o755)
    repaired = made.start("build")
    assert repaired.stderr.startswith("Removing .venv (its Python does not start) and making it anew")
    assert (repaired.returncode, repaired.stdout) == (0, "built as of None\n")


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        ("format", "it is of an older make"),
        ("more", "it is of an older make"),
        ("lock", "the locked packages changed"),
        ("hash", "the locked packages changed"),
        ("python", "it belongs to another Python"),
        ("platform", "it belongs to another system"),
        ("place", "it was made in another folder"),
    ],
)
def test_an_environment_made_for_something_else_does_not_serve(made, stamp, part, reason):
    known = json.loads(stamp.read_text("utf-8"))
    known["for"][part] = "other"
    stamp.write_text(json.dumps(known), "utf-8")
    assert flaw_of(made) == reason


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"for": [], "settings": "", "files": 3}'])
def test_an_environment_whose_stamp_is_broken_is_unfinished(made, stamp, text):
    stamp.write_text(text, "utf-8")
    assert flaw_of(made) == "it is unfinished"


def test_an_environment_without_stamp_is_unfinished(made, stamp):
    stamp.unlink()
    assert flaw_of(made) == "it is unfinished"


def test_what_somebody_adds_is_no_damage(made):
    """A breakpoint in a library, a package of one's own."""
    file = file_of(made, "invoke/program.py")
    before = file.read_bytes()
    file.write_bytes(before + b"# here?\n")
    (file.parents[1] / "mine.py").write_text("")
    assert made.start().stderr == ""
    file.write_bytes(before)


@pytest.mark.skipif(os.name == "nt", reason="waits for a signal")
@pytest.mark.thorough
def test_of_two_starts_at_the_same_time_one_waits_even_for_one_that_is_killed(other):
    shutil.rmtree(other.root / ".venv", ignore_errors=True)
    first = other.popen()
    assert first.stderr.readline().startswith("Making .venv")
    second = other.popen()
    assert second.stderr.readline() == "Another start is setting up .venv; waiting for it.\n"
    third = other.popen("build")
    assert third.stderr.readline() == "Another start is setting up .venv; waiting for it.\n"
    os.killpg(first.pid, signal.SIGKILL)
    first.communicate()
    said = [run.communicate(timeout=60)[1] for run in (second, third)]
    assert (second.returncode, third.returncode) == (0, 0)
    assert sorted("Removing .venv (it is unfinished)" in words for words in said) == [False, True]


def test_the_tests_add_to_what_a_build_needs(other):
    assert other.start().returncode == 0
    first = other.start("lint")
    assert first.stderr.startswith("Adding to .venv what the tests need")
    assert "Successfully installed iniconfig" in first.stderr
    assert other.start("build").stderr == ""
    check = subprocess.run([python_of(other), "-m", "pip", "check"], capture_output=True, text=True, check=False)
    assert check.stdout == "No broken requirements found.\n"
