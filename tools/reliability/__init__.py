"""Breaks everything that can break around a build, and looks whether the last good site stays.

    a project on a bench ─ a fault, by a seed ─ what holds? ─ the next build ─ what holds? ─ a line

A fault is a file; each is staged on a copy with a small content, in a temporary folder. The project itself is
only read. What is told is English: it is for who works on the engine.
"""

import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from random import Random

from plugins.shared.message import Listed, Message
from plugins.shared.telling import tell
from tools.ending import Stop, exit_status
from tools.reliability import (
    at_once,
    cache,
    clock,
    disk,
    history,
    kill,
    kill_in_time,
    publish,
    rights,
    search,
    texts,
    texts_built,
    vanish,
    writing,
)
from tools.reliability.bench import Bench
from tools.reliability.fault import Fault

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "small"
FAULTS: tuple[Fault, ...] = (
    kill,
    kill_in_time,
    publish,
    writing,
    at_once,
    disk,
    rights,
    cache,
    search,
    history,
    vanish,
    clock,
    texts_built,
    texts,
)


def reliability(seed: int = 1, only: Iterable[str] = (), times: int = 0, whole: bool = False) -> int:
    """The exit status: 0 where everything held, else 1; each fault has been told in a line."""
    return exit_status(ROOT, lambda: campaign(seed, tuple(only), times, whole))


def campaign(seed: int, only: tuple[str, ...], times: int, whole: bool) -> None:
    names = [each.NAME for each in FAULTS]
    for each in only:
        if each not in names:
            raise Stop(Message("--only {fault}: there are {known}", fault=each, known=Listed(", ", names)))
    staged = broken = 0
    with tempfile.TemporaryDirectory(prefix="pandu-reliability-") as folder:
        Path(folder).chmod(0o755)  # somebody who is not root has to come in
        bench = Bench.made(Path(folder).resolve(), ROOT, ROOT if whole else SMALL)
        for fault in (each for each in FAULTS if not only or each.NAME in only):
            count = failed = 0
            for at in range(times or fault.TIMES):
                bench.ready()
                found = fault.run(bench, Random(f"{seed} {fault.NAME} {at}"))
                count += found.count
                failed += found.flaw is not None
                tell(Message("{fault} {at}: {what}", fault=fault.NAME, at=at, what=found.what))
                if found.flaw:
                    tell(Message("{fault} {at}: DID NOT HOLD: {flaw}", fault=fault.NAME, at=at, flaw=found.flaw))
                sys.stdout.flush()
            tell(
                Message("{fault}: staged {count}, did not hold {failed}", fault=fault.NAME, count=count, failed=failed)
            )
            staged, broken = staged + count, broken + failed
    tell(Message("all: staged {count}, did not hold {failed}; seed {seed}", count=staged, failed=broken, seed=seed))
    if broken:
        raise Stop(Message("reliability: look at what did not hold; the same seed does the same again"))
