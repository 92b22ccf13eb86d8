"""Real builds in folders of their own: the engine copied, the content of this project or of another one."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ENGINE = ("plugins", "theme", "tools", "pelicanconf.py", "publishconf.py")
CONTENT = ("content", "quizzes")
DAY = "2026-11-26"


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


def files(folder: Path) -> dict[str, bytes]:
    """Every file of a built site by its address."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
