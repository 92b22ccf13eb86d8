"""Runs the engine once, in this process: Pelican without its own words, and no warning of any tool unnoticed."""

import logging
import os
import re
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.log import LimitFilter, console
from pelican.plugins import signals
from pelican.settings import get_settings_from_file, read_settings

from plugins.shared.message import Message
from tools.ending import Stop, Warned, shown
from tools.made import Made

OURS = r"(plugins|tools|pelicanconf|publishconf)\b"
ADDRESS = re.compile(r"https?://(\w[\w.-]*|\[[\da-f:.]+\])(:\d+)?(/[^\s?#]*)?")


def run_engine(
    root: Path,
    settings: str,
    output: Path,
    as_of: str | None,
    *,
    writes: bool,
    override: dict[str, Any] | None = None,
) -> Made:
    """The tree below `root` becomes pages in `output`, or only passes through the engine if it `writes` nothing."""
    if not (root / settings).is_file():
        raise Stop(Message("{settings}: no such settings file", settings=settings))
    refuse_no_address(os.environ.get("PANDU_SITEURL"))
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))  # one settings file imports the other, and both name plugins by module
    ours = {"OUTPUT_PATH": str(output), "AS_OF": day(as_of), "WRITES": writes}
    known = settings_of(root, settings, ours | (override or {}))
    refuse_no_moment(as_of, root, known["TIMEZONE"])
    trees: list[Any] = []

    def take(generators: list[object]) -> None:
        trees.extend(each.tree for each in generators if hasattr(each, "tree"))  # the hub's

    with quiet(), signals.all_generators_finalized.connected_to(take):
        Pelican(known).run()
    tree = next(iter(trees), None)
    address = known["SITEURL"] or (tree.site.identity.address if tree else "")
    return Made(output, root, address, tree, published=not known.get("WORKSHOP"))


def refuse_no_address(address: str | None) -> None:
    """Links are made by adding to it, so it has neither query nor fragment. An empty one is none."""
    if address and not ADDRESS.fullmatch(address):
        message = Message(
            "PANDU_SITEURL {address!r}: no address of a site; write it like https://example.org/learn", address=address
        )
        raise Stop(message)


def settings_of(root: Path, settings: str, override: dict[str, Any]) -> dict[str, Any]:
    """Pelican's and ours; what Pelican would say of a missing content folder names neither the folder nor the file."""
    path = str(root / settings)
    try:
        return read_settings(path, override=override)
    except ValueError:
        content = root / get_settings_from_file(path).get("PATH", "")
        if content.is_dir():
            raise
    folder = shown(content, root)
    raise Stop(Message("{folder}/: no such folder; {settings} names it as its PATH", folder=folder, settings=settings))


def refuse_no_moment(as_of: str | None, root: Path, timezone: str) -> None:
    """SOURCE_DATE_EPOCH, where the day comes from it, is one that a calendar knows."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return
    from plugins.hub.day import the_day  # not above: what goes wrong in our modules is told from inside the build

    try:
        the_day(as_of, root, timezone)
    except (ValueError, OverflowError, OSError):
        message = Message(
            "SOURCE_DATE_EPOCH {epoch!r}: no such moment; write it in seconds, like 1795392000", epoch=epoch
        )
        raise Stop(message) from None


def the_day_of(root: Path, settings: str, as_of: str | None, *, writing: bool = False) -> str:
    """The day that the site is built for, or that it is read for while somebody is `writing`; in full."""
    from plugins.hub.day import the_day  # not above: what goes wrong in our modules is told from inside the build

    timezone = settings_of(root, settings, {})["TIMEZONE"]
    refuse_no_moment(day(as_of), root, timezone)
    return the_day(as_of, root, timezone, writing=writing).isoformat()


def day(as_of: str | None) -> str | None:
    """`as_of`, if it is a day and written in full; anything else stops the build."""
    try:
        if as_of is None or date.fromisoformat(as_of).isoformat() == as_of:
            return as_of
    except ValueError:
        pass
    raise Stop(Message("--as-of {day}: no such day; write it like 2026-11-23", day=as_of))


@contextmanager
def quiet() -> Iterator[None]:
    """Pelican counts articles and pages on its console; it has none of ours, and says 0."""
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before


@contextmanager
def no_warnings(root: Path) -> Iterator[None]:
    """Every warning given in here is told in one line, and ends it as a failure.

    Libraries' own deprecations count only where Python shows them (`-W`, `PYTHONWARNINGS`): an editor on a newer
    Python can't mend those. In our modules they always count.
    """
    LimitFilter._raised_messages.clear()  # else what `check` told, `build` in the same process would pass over
    told = Told(root)
    logging.getLogger().addHandler(told)
    try:
        with warnings.catch_warnings():
            warnings.filterwarnings("always", module=OURS)
            warnings.showwarning = told.show
            yield
    finally:
        logging.getLogger().removeHandler(told)
    if told.any:
        raise Warned


class Told(logging.Handler):
    """Prints each log record from WARNING up, and each Python warning, in one line with paths from the root."""

    def __init__(self, root: Path):
        super().__init__(logging.WARNING)
        self.root = root
        self.any = False

    def emit(self, record: logging.LogRecord) -> None:
        error = record.exc_info[1] if record.exc_info else None
        self.tell(record.name, record.getMessage() + (f": {type(error).__name__}: {error}" if error else ""))

    def show(self, message, category, filename, lineno, file=None, line=None) -> None:
        self.tell(f"{shown(filename, self.root)}:{lineno}", f"{category.__name__}: {message}")

    def tell(self, where: str, what: str) -> None:
        self.any = True
        line = " ".join(f"{where}: {what}".split())
        print(line.replace(f"{self.root}/", "").replace(f"{self.root}\\", ""), file=sys.stderr)
