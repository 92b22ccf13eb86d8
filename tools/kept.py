"""Results that take time to make, kept between builds under the key of what they were made from.

Each stands in a file with its own hash before it: what a full disk or another hand has spoiled is made again.
"""

import hashlib
import os
import shutil
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

UNUSED = 60 * 24 * 60 * 60  # seconds; what no build has asked for that long is of a branch that is gone
NEW, UNFINISHED = "new-", 60 * 60  # how the name of what is being written begins, and the seconds after which it is not


def cache(root: Path, name: str) -> "Kept":
    """What builds keep of one kind of things: in `.pandu/cache/`, or in the folder that `PANDU_CACHE` names."""
    return Kept(Path(os.environ.get("PANDU_CACHE") or root / ".pandu" / "cache") / name)


class Kept:
    """A folder of them. It may be deleted at any time, and builds that run side by side may share it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str, make: Callable[[], bytes]) -> bytes:
        """What is kept under the key, else what `make` makes, which is kept from now on."""
        path = self._folder / key
        found = whole(path)
        if found is None:
            found = make()
            self._keep(path, found)
        return found

    def prune(self) -> None:
        """Delete what nobody has asked for since long, and what builds that died were writing."""
        for path in self._folder.glob("*"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > (UNFINISHED if path.name.startswith(NEW) else UNUSED):
                    path.unlink()

    def _keep(self, path: Path, data: bytes) -> None:
        """Under its name only when it is all there. What stands in the way was not put there by a build."""
        for folder in (self._folder.parent, self._folder):
            if folder.is_file():
                folder.unlink()
        self._folder.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.rmtree(path)
        handle, name = tempfile.mkstemp(prefix=NEW, dir=self._folder)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(digest(data) + data)
            with suppress(PermissionError):  # Windows: another build reads the one that stands there, which is the same
                Path(name).replace(path)
        finally:
            Path(name).unlink(missing_ok=True)


def whole(path: Path) -> bytes | None:
    """What was kept in a file; nothing where there is none, or it is not what was kept."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    with suppress(OSError):
        os.utime(path)  # asked for, so not pruned
    kept, found = data[:32], data[32:]
    return found if kept == digest(found) else None


def digest(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()
