"""Asks whether a locked package has a known weakness. For who looks after the program, and part of no gate: a weakness
that became known overnight must not stop a law from being corrected.

    requirements/*.txt ─ pip-audit, in an environment of its own ─ a line for each weakness

The locks are complete and have hashes, so nothing is resolved and nothing but the answer is fetched.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import venv
from collections.abc import Iterator
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.telling import tell
from tools.ending import Stop, exit_status
from tools.requirements import FOLDER, LOCKS, ROOT

HOME = ROOT / ".pandu" / "audit"
DONE = "locked.txt"  # of the environment, written last: the lock that it was made from
ALONE = ("install", "--quiet", "--require-hashes", "--only-binary=:all:", "--disable-pip-version-check", "--no-input")
UNTOLD = Message("audit: the list of weaknesses gave no answer, so nobody knows; it needs the internet")
UNMADE = Message("audit: its program can't be installed; it needs the internet")


def audit() -> int:
    """The exit status: 0, or 2 where a package has a weakness."""
    found: list[str] = []
    status = exit_status(ROOT, lambda: found.extend(look()))
    return status or (2 if found else 0)


def look() -> list[str]:
    """Tell each weakness once, with the locks that it stands in."""
    python = environment(FOLDER / "audit.txt", HOME)
    found: dict[str, list[str]] = {}
    for lock in LOCKS:
        for each in weaknesses(python, FOLDER / f"{lock}.txt"):
            found.setdefault(each, []).append(f"requirements/{lock}.txt")
    for each, locks in found.items():
        print(f"{', '.join(locks)}: {each}")
    tell(Message("audit: {count} known weaknesses", count=len(found)))
    return list(found)


def environment(lock: Path, home: Path) -> Path:
    """A Python that has what the lock says; `clean` removes it."""
    python = home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    wanted = lock.read_text("utf-8")
    if not (home / DONE).is_file() or (home / DONE).read_text("utf-8") != wanted:
        shutil.rmtree(home, ignore_errors=True)
        venv.create(home, with_pip=True)
        if subprocess.run([python, "-m", "pip", *ALONE, "-r", lock], check=False).returncode:
            raise Stop(UNMADE)
        (home / DONE).write_text(wanted, "utf-8")
    return python


def weaknesses(python: Path, lock: Path) -> Iterator[str]:
    """What pip-audit knows of a lock; one package that it could not ask for, and it has no answer (`--strict`)."""
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder, "answer.json")
        command = [python, "-m", "pip_audit", "--requirement", lock, "--require-hashes", "--disable-pip"]
        command += ["--strict", "--progress-spinner=off", "--format=json", "--output", answer]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        try:
            packages = json.loads(answer.read_text("utf-8"))["dependencies"]
        except (OSError, ValueError, KeyError):
            print(done.stderr.strip(), file=sys.stderr)
            raise Stop(UNTOLD) from None
    for package in packages:
        for each in package["vulns"]:
            mended = ", ".join(each["fix_versions"]) or "-"
            yield f"{package['name']} {package['version']}: {each['id']} → {mended}"
