"""A new site takes the old one's place, or the old one stays: at any moment one of the two is whole.

Below `<root>/.pandu/`:

    lock        held for the moments in which folders change their names
    build-…/    a running build: `site/` grows in it, `lock` is held until the build ends or dies
    old-…       the last good site between the two renames; named after the output folder that it came from
    trash-…     what may be deleted at any time

Every change of name happens under `lock`, so what a build finds there was left by one that is over.
"""

import hashlib
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tools.ending import shown
from tools.lock import free, locked

WAITS = (0.05, 0.1, 0.2, 0.4, 0.8, 1.6)  # seconds; on Windows a scanner or a browser holds a file for a moment


@contextmanager
def fresh(root: Path) -> Iterator[Path]:
    """An empty folder to build in. What is still in it at the end is deleted."""
    home = root / ".pandu"
    home.mkdir(exist_ok=True)
    with locked(home / "lock"):
        mine = Path(tempfile.mkdtemp(prefix="build-", dir=home))
        lock = (mine / "lock").open("ab")
        free(lock)
    try:
        (mine / "site").mkdir()
        yield mine / "site"
    finally:
        lock.close()
        shutil.rmtree(mine, ignore_errors=True)


def swap(fresh: Path, output: Path) -> None:
    """`fresh` becomes `output`. If that fails, `output` is what it was."""
    home = fresh.parents[1]
    old = home / old_name(output, home.parent)
    output.parent.mkdir(parents=True, exist_ok=True)
    with locked(home / "lock"):
        settle(old, output)
        try:
            if output.exists():
                rename(output, old)
            rename(fresh, output)
        finally:
            settle(old, output)
    empty_trash(home)


def recover(root: Path, output: Path) -> None:
    """Put back the last good site if a build died between the two renames; remove what dead builds left."""
    home = root / ".pandu"
    if not home.is_dir():
        return
    with locked(home / "lock"):
        settle(home / old_name(output, root), output)
        for build in home.glob("build-*"):
            if is_dead(build):
                discard(build)
    empty_trash(home)


def settle(old: Path, output: Path) -> None:
    """One of the two is the site: `output` where it stands, else `old`."""
    if not old.exists():
        return
    if output.exists():
        discard(old)
    else:
        rename(old, output)


def discard(folder: Path) -> None:
    """Out of the way under a name of its own, so that nothing half deleted is ever taken for a site."""
    with suppress(OSError):  # held by a program: the next build tries again
        rename(folder, folder.with_name(f"trash-{secrets.token_hex(6)}"))


def empty_trash(home: Path) -> None:
    for trash in home.glob("trash-*"):
        shutil.rmtree(trash, ignore_errors=True)


def is_dead(build: Path) -> bool:
    """Whether nobody holds the build's lock any more."""
    try:
        with (build / "lock").open("r+b") as lock:
            return free(lock)
    except FileNotFoundError:
        return True


def old_name(output: Path, root: Path) -> str:
    """The same for the same output folder, so that the next build finds what this one put aside."""
    return "old-" + hashlib.sha256(shown(output, root).encode()).hexdigest()[:12]


def rename(source: Path, target: Path) -> None:
    """Try for some seconds; what still can't be renamed then raises."""
    for wait in WAITS:
        try:
            source.rename(target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    source.rename(target)
