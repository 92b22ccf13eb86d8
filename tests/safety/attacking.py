"""Lets another process build a project with attacks: Pelican's signals and our patches are none of the tests'."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def attack(project: Path, turn: int = 0) -> None:
    command = [sys.executable, "-m", "tests.safety.attacked", str(project), str(turn)]
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
