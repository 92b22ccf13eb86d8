"""Copies of the project's set-up in folders of their own, started by a bare Python as a newcomer would."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
BARE = getattr(sys, "_base_executable", sys.executable)  # not the environment that runs the tests
TOOLS = ("tools/__init__.py", "tools/environment.py", "tools/lock.py")
NEEDED = ("tasks.py", *TOOLS, "requirements/build.txt", "requirements/test.txt")


def entry(lock: str, package: str) -> str:
    """The lines of one package in requirements/<lock>.txt."""
    text = (ROOT / "requirements" / f"{lock}.txt").read_text("utf-8")
    return re.search(rf"^{package}==.*?(?=^\S|\Z)", text, re.MULTILINE | re.DOTALL)[0]


@dataclass
class Project:
    root: Path

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text, "utf-8")

    def command(self, *arguments: str, before: str = "") -> list[str]:
        """`before` is Python that runs first, to make the interpreter a poorer one."""
        if not before:
            return [BARE, str(self.root / "tasks.py"), *arguments]
        run = "runpy.run_path('tasks.py', {}, '__main__')"
        script = f"import runpy, sys; sys.path.insert(0, {str(self.root)!r}); {before}; {run}"
        return [BARE, "-c", script, *arguments]

    def start(self, *arguments: str, before: str = "", **environment: str) -> subprocess.CompletedProcess:
        return subprocess.run(
            self.command(*arguments, before=before),
            cwd=self.root if before else self.root.anchor,
            env=os.environ | environment,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )

    def popen(self, *arguments: str) -> subprocess.Popen:
        return subprocess.Popen(
            self.command(*arguments),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
        )


def copy(folder: Path) -> Project:
    for name in NEEDED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, folder / name)
    return Project(folder)


def small(folder: Path) -> Project:
    """A project that needs no more than invoke, and one package more for its tests; its build does what a test asks."""
    project = copy(folder)
    project.write("requirements/build.txt", entry("build", "invoke"))
    project.write("requirements/test.txt", entry("build", "invoke") + entry("test", "iniconfig"))
    project.write("tools/ending.py", "def use_utf8(): pass\n")
    project.write("tools/build.py", BUILD)
    return project


BUILD = """
import time

def build(as_of):
    if as_of == "asleep":
        print("started", flush=True)
        time.sleep(60)
    print("built as of", as_of)
    return 7 if as_of == "broken" else 0
"""


@pytest.fixture(scope="session")
def real(tmp_path_factory) -> tuple[Project, subprocess.CompletedProcess]:
    """The project with its real lock, and what its first start said."""
    project = copy(tmp_path_factory.mktemp("real"))
    return project, project.start()


@pytest.fixture(scope="session")
def made(tmp_path_factory) -> Project:
    """A small project whose environment stands. Who damages it leaves it repaired."""
    project = small(tmp_path_factory.mktemp("made"))
    assert project.start().returncode == 0
    return project


@pytest.fixture
def empty(tmp_path) -> Project:
    """A small project that was never started."""
    return small(tmp_path)
