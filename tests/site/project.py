"""Real builds in folders of their own: the engine copied, the content of this project or of another one."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.lock import locked

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ("plugins", "theme", "tools", "pelicanconf.py", "publishconf.py")
CONTENT = ("content", "quizzes")
SMALL = ROOT / "tests" / "small"
DAY = "2026-11-26"
WAIT = 600.0  # seconds, at most, for another process that builds the same


def copy_project(target: Path, content: Path = ROOT, engine: Path = ROOT) -> Path:
    """The engine of this project with the content of another one (or its own) in `target`."""
    for names, source in ((ENGINE, engine), (CONTENT, content)):
        for name in names:
            if (source / name).is_dir():
                shutil.copytree(source / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
            elif (source / name).is_file():
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy(source / name, target / name)
    return target


def build(project: Path, *, settings: str = "publishconf.py", day: str = DAY, **environment: str) -> str:
    """Build the project into its `output` folder; what was printed. A failure fails the test with what was told."""
    command = [sys.executable, "-m", "tools.build", "--settings", settings, "--as-of", day]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", **environment}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def built_once(
    factory: pytest.TempPathFactory,
    name: str,
    content: Path = ROOT,
    *,
    settings: str = "publishconf.py",
    day: str = DAY,
    make: Callable[[Path], object] | None = None,
) -> Path:
    """A project that is built by the first process of this run that asks for it; the others wait. Nobody changes it.

    What `make` does with the copy is done in place of a build.
    """
    base = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent  # what is in its own is a worker's alone
    project, done = base / name, base / f"{name}.done"
    with locked(base / f"{name}.lock", WAIT):
        if not done.exists():
            shutil.rmtree(project, ignore_errors=True)  # of somebody whose build failed
            copy_project(project, content)
            make(project) if make else build(project, settings=settings, day=day)
            done.touch()
    return project


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a built site by its address."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
