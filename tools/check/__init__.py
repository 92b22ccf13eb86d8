"""Looks for errors in the tree and writes nothing: the engine reads, resolves and renders, and that is all.

engine ─ problems ─ what stood there before, away ─ a line each ─ the same once more for a program
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, Problems, TreeHasProblems
from plugins.shared.telling import tell, translation
from tools.build import ROOT
from tools.check.formats import FORMATS
from tools.check.since import earlier, new, standing
from tools.ending import Stop, exit_status
from tools.engine import no_warnings, run_engine, the_day_of

VERDICTS = {0: Message("no errors"), 2: Message("errors, each told above with its place")}


def check(as_of: str | None = None, form: str = "text", since: str | None = None, root: Path = ROOT) -> int:
    """The exit status: 0, also with warnings, or 2 with errors; with `since`, only new ones are told and count."""
    start = time.monotonic()
    root = root.resolve()
    status = exit_status(root, lambda: look(root, as_of, form, since))
    verdict, seconds = VERDICTS.get(status, Message("not finished")), f"{time.monotonic() - start:.1f}"
    told_apart = sys.stdout if form == "text" else sys.stderr  # standard output is the program's
    tell(Message("check: {verdict}; {seconds} s", verdict=verdict, seconds=seconds), told_apart)
    return status


def look(root: Path, as_of: str | None, form: str, since: str | None) -> None:
    if form != "text" and form not in FORMATS:
        raise Stop(Message("--format {form}: there are text, {known}", form=form, known=Listed(", ", FORMATS)))
    with no_bytecode(), no_warnings(root):
        begin = earlier(root, since) if since else ""
        day = the_day_of(root, "publishconf.py", as_of, writing=True) if begin else as_of  # the same for both
        found = problems_of(root, day)
        before = standing(root, begin, lambda content: problems_of(root, day, content)) if begin else ()
        fresh = new(found, before)
        for each in fresh:
            print(each.told(translation()), file=sys.stderr)
        if len(fresh) < len(found):
            old = len(found) - len(fresh)
            tell(Message("{old} more stood there before, at {since}; not told here", old=old, since=since), sys.stderr)
        if form != "text" and (same := FORMATS[form](fresh, translation())):
            print(same)
        if any(not each.warning for each in fresh):
            raise TreeHasProblems(fresh)


def problems_of(root: Path, as_of: str | None, content: Path | None = None) -> tuple[Problem, ...]:
    """All that is wrong in the tree, or in other words and quizzes as this project's engine reads them."""
    heard: list[Problems] = []
    override = {"TELL": heard.append} | ({"PATH": str(content)} if content else {})
    with tempfile.TemporaryDirectory(prefix="pandu-") as nowhere:  # Pelican may empty its output folder
        try:
            run_engine(root, "publishconf.py", Path(nowhere), as_of, writes=False, override=override)
        except TreeHasProblems as wrong:
            if not wrong.problems:  # told by an engine that is not ours
                raise
            return wrong.problems
    return tuple(heard[-1]) if heard else ()


@contextmanager
def no_bytecode() -> Iterator[None]:
    """Python would leave __pycache__ beside the settings."""
    before, sys.dont_write_bytecode = sys.dont_write_bytecode, True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before
