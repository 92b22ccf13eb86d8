"""Begins a file, or the files of a guide, so that an editor writes words and not forms.

    kind, key ─ asked: what only an editor knows ─▶ skeletons, filled ─▶ all files, or none

What is left to be written stands in ⟦…⟧, which `check` tells (E158) and `build` refuses.
"""

import os
import sys
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from pelican.settings import read_settings

from plugins.shared.message import Message
from plugins.shared.problem import Problems, instead
from plugins.shared.reading import is_key
from plugins.shared.site import Site
from plugins.shared.telling import tell, translation
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.new.asking import Asking
from tools.new.kinds import KINDS, Files, places
from tools.tree import read_everything


def new(
    kind: str,
    key: str,
    flags: Mapping[str, str | Iterable[str] | None],
    shows: Collection[str] = (),
    root: Path = ROOT,
    ask: Callable[[str], str] | None = None,
) -> int:
    """0 and the files are there; 1 and nothing has been changed, for the reason that is told.

    `flags` by name: one answer, or several such as `id=Menjual roti`. `shows` is what a guide brings along.
    """
    root = root.resolve()
    if ask is None and sys.stdin.isatty() and sys.stdout.isatty():
        ask = input
    try:
        return exit_status(root, lambda: begin(kind, key, Asking(dict(given(flags)), ask), shows, root))
    except KeyboardInterrupt:
        print()
        tell(Message("new: ended; nothing was written"), sys.stderr)
        return 1


def given(flags: Mapping[str, str | Iterable[str] | None]) -> Iterable[tuple[str, str]]:
    """The answers that came with the command: `title=id` is the title in that language."""
    for name, value in flags.items():
        if isinstance(value, str):
            yield name, value.strip()
        else:
            for each in value or ():
                lang, of, answer = each.partition("=")
                if not of:
                    raise Stop(
                        Message("new: --{name} '{answer}': for which language? --{name} id=…", name=name, answer=each)
                    )
                yield f"{name}={lang.strip()}", answer.strip()


def begin(kind: str, key: str, asking: Asking, shows: Collection[str], root: Path) -> None:
    if kind not in KINDS:
        raise Stop(Message("new: there is no kind '{kind}'; {hint}", kind=kind, hint=instead(kind, KINDS)))
    if not is_key(key, KINDS[kind].parts):
        form = "topic/guide" if KINDS[kind].parts == 2 else "keeping-flour"
        message = Message(
            "new: '{key}' is no key; write it as {form}, with a-z, 0-9 and single hyphens", key=key, form=form
        )
        raise Stop(message)
    for place in places(kind, key, shows):
        if (root / place).exists():
            raise Stop(Message("new: {place} is there already, and nothing is written over it", place=place))
    site = read(root)
    files = KINDS[kind].begin(key, site, asking, shows)
    write(files, root)
    for name in files:
        tell(Message("{file}: begun", file=name))
    for line in next_steps(kind, key, shows):
        tell(line)


def read(root: Path) -> Site:
    """The site as it is; mistakes elsewhere in it are none of ours, unless nothing can be read."""
    problems = Problems()
    tree = read_everything(root, problems)
    if tree is None:
        problems.tell(sys.stderr, translation())
        raise Stop(Message("new: the site can't be read; mend that first"))
    return replace(tree.site, day=today(root, tree.site.day))


def today(root: Path, day: date) -> date:
    """The day on which it is written; that of the site is the last commit's, until the new files are there."""
    if os.environ.get("SOURCE_DATE_EPOCH"):
        return day
    zone = read_settings(str(root / "pelicanconf.py"))["TIMEZONE"]
    return max(day, datetime.now(ZoneInfo(zone)).date())


def write(files: Files, root: Path) -> None:
    """All of them, or none."""
    made: list[Path] = []
    try:
        for name, text in files.items():
            path = root / name
            for folder in reversed([each for each in path.parents if not each.exists()]):
                folder.mkdir()
                made.append(folder)
            with path.open("x", encoding="utf-8", newline="\n") as file:
                made.append(path)
                file.write(text)
    except BaseException:
        for path in reversed(made):
            path.rmdir() if path.is_dir() else path.unlink()
        raise


def next_steps(kind: str, key: str, shows: Collection[str]) -> Iterable[Message]:
    """What to do now, in the order in which it is done."""
    if kind in ("quiz", "checklist", "worksheet"):
        directive = f"::{kind}[{key}]"
        yield Message("Show it in a text, in every language, on a line of its own: {directive}", directive=directive)
    yield Message(
        "Now write where ⟦…⟧ stands: `python3 tasks.py check` tells what is left, `serve` shows the page meanwhile."
    )
    if kind == "quiz" or (kind == "guide" and "quiz" in shows):
        yield Message(
            "Then let a second reader find each answer, and record it: `python3 tasks.py approve {key}#…`", key=key
        )
