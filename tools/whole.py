"""Writes a file of an editor's so that it is as it was or wholly new, whatever happens meanwhile."""

import shutil
from contextlib import suppress
from pathlib import Path


def write_whole(path: Path, data: bytes) -> None:
    """A full disk or a killed task spoils only what stands beside it; the same task again takes that name again."""
    path = path.resolve()  # a link stays one
    fresh = path.with_name(f".{path.name}.new")
    try:
        fresh.write_bytes(data)
        if path.exists():
            shutil.copymode(path, fresh)
        fresh.replace(path)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
