"""A file lock that the system frees when its holder dies. Standard library only: the set-up waits by it too."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

if os.name == "nt":
    import msvcrt

    def seize(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def seize(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


PATIENCE = 60.0  # seconds; what is done under a lock takes milliseconds, but Windows may hold a folder


class HeldTooLong(Exception):
    """Somebody else holds a lock and does not let go."""

    def __init__(self, path: Path, seconds: float) -> None:
        super().__init__(path, seconds)
        self.path, self.seconds = path, seconds


def free(file: IO[bytes]) -> bool:
    """Whether `file` is ours now, until it is closed. A disk that can't lock is used without."""
    try:
        seize(file)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


@contextmanager
def locked(path: Path, patience: float | None = None) -> Iterator[None]:
    """Alone among all processes that lock `path`; HeldTooLong after so many seconds."""
    patience = PATIENCE if patience is None else patience
    with path.open("ab") as file:
        until = time.monotonic() + patience
        while not free(file):
            if time.monotonic() > until:
                raise HeldTooLong(path, patience)
            time.sleep(0.02)
        yield
