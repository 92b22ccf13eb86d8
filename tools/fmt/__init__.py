"""Writes content and quizzes in one style, so that a change shows what was changed and nothing else.

each file ─ readable? ─▶ markdown, yaml ─▶ the same data, the same page ─▶ written where it differs
"""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from plugins.quiz.lock import FOLDER
from plugins.shared.document import document
from plugins.shared.message import Message
from plugins.shared.problem import Problems
from plugins.shared.source import Source, files_under, read_source
from plugins.shared.telling import tell, translation
from plugins.shared.yaml import read_yaml
from tools.build import ROOT
from tools.ending import exit_status
from tools.fmt import markdown, yaml
from tools.whole import write_whole

STYLES: dict[str, Callable[[str], str]] = {".md": markdown.formatted, ".yaml": yaml.formatted}


def fmt(check: bool = False, root: Path = ROOT) -> int:
    """0, or 1 where `check` finds what would change; 2 where a file can't be read, which is told and left as it is."""
    root = root.resolve()
    problems = Problems()
    differing: list[str] = []
    status = exit_status(root, lambda: differing.extend(changed(root, problems, check)))
    problems.tell(sys.stderr, translation())
    if status or problems.errors:
        return status or 2
    return 1 if check and differing else 0


def changed(root: Path, problems: Problems, check: bool) -> Iterator[str]:
    """The names of the files that are written otherwise, or would be; each is told."""
    for path in (each for folder in ("content", FOLDER) for each in files_under(root / folder, root, problems)):
        source = readable(path, root, problems) if path.suffix in STYLES else None
        if source is None:
            continue
        text = STYLES[path.suffix](source.text)
        if text.encode() == path.read_bytes():
            continue
        if check:
            line = first_difference(path.read_bytes().decode("utf-8"), text)
            tell(
                Message("{file}:{line}: not in our style; `python3 tasks.py fmt` mends it", file=source.name, line=line)
            )
        else:
            write_whole(path, text.encode())
            tell(Message("{file}: written in our style", file=source.name))
        yield source.name


def readable(path: Path, root: Path, problems: Problems) -> Source | None:
    """The file, if it can be taken for what it is; else what is wrong is added."""
    found = Problems()
    source = read_source(path, root, found)
    if source and path.suffix == ".md" and document(source, found):
        return source
    if source and path.suffix == ".yaml":
        tree, wrong = read_yaml(source)
        if tree:
            return source
        found.extend(wrong)
    problems.extend(found)
    return None


def first_difference(before: str, after: str) -> int:
    """The first line that differs, from 1."""
    pairs = zip(before.splitlines(keepends=True), after.splitlines(keepends=True), strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), None)
    return 1 + (min(before.count("\n"), after.count("\n")) if same is None else same)
