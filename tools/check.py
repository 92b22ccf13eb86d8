"""Looks for errors in the tree and writes nothing: the engine reads, resolves and renders, and that is all."""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.telling import tell
from tools.build import ROOT
from tools.ending import exit_status
from tools.engine import no_warnings, run_engine

VERDICTS = {0: Message("no errors"), 2: Message("errors, each told above with its place")}


def check(as_of: str | None = None, root: Path = ROOT) -> int:
    """The exit status: 0, also with warnings, or 2 with errors."""
    start = time.monotonic()
    root = root.resolve()
    status = exit_status(root, lambda: look(root, as_of))
    verdict = VERDICTS.get(status, Message("not finished"))
    tell(Message("check: {verdict}; {seconds} s", verdict=verdict, seconds=f"{time.monotonic() - start:.1f}"))
    return status


def look(root: Path, as_of: str | None) -> None:
    """Pelican wants an output folder and may empty it, so it gets one that is nobody's."""
    with tempfile.TemporaryDirectory(prefix="pandu-") as nowhere, no_bytecode(), no_warnings(root):
        run_engine(root, "publishconf.py", Path(nowhere), as_of, writes=False)


@contextmanager
def no_bytecode() -> Iterator[None]:
    """Python would leave __pycache__ beside the settings."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
