"""A disk that is full in the middle: a small one of its own where mounting is allowed, else a limit for each file.

A file that may grow no further is told as such, and so stands for quotas too.
"""

import os
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

from tools.reliability.bench import DAY, Bench, Ended, gone
from tools.reliability.fault import Outcome

NAME = "full-disk"
TIMES = 12
SIZE = 512  # megabytes at most; only what is used takes memory
PAGE = 4096


def run(bench: Bench, random: Random) -> Outcome:
    most = 2 * sum(map(len, bench.fresh.values()))
    room = int(most * random.random())
    limit = min(room // 8, 100_000)
    with tempfile.TemporaryDirectory(prefix="disk-", dir=bench.home) as folder, small_disk(Path(folder)) as mounted:
        if mounted and random.random() < 0.7:
            there = bench.copy(Path(folder))
            flaw = filled(there, room, lambda: there.run("-m", "tools.build", "--as-of", DAY))
            return Outcome(f"build, {room} bytes left on the disk", flaw)
    done = bench.run(*bench.task("build", "limit", str(limit), as_of=DAY))
    return Outcome(f"build, no file over {limit} bytes", bench.flaw(done))


def filled(bench: Bench, room: int, work: Callable[[], Ended]) -> str | None:
    """What does not hold where only so much room is left while it works."""
    ballast = bench.home / "ballast"
    with ballast.open("wb") as file:
        disk = os.statvfs(bench.home)
        os.posix_fallocate(file.fileno(), 0, max(disk.f_bavail * disk.f_frsize - room - PAGE, 1))
    done = work()
    gone(ballast)
    return bench.flaw(done)


@contextmanager
def small_disk(folder: Path) -> Iterator[bool]:
    """Whether the folder is a disk of its own now."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "pandu", str(folder)]
    mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
    try:
        yield mounted
    finally:
        if mounted:
            subprocess.run(["umount", str(folder)], check=True)
