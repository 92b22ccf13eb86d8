"""Source files with places: every value knows the line and column that it came from."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.problem import Problem, Problems

# what nobody sees may turn the words around it, hide in a link, or be a slip of another program
UNSEEN = (
    re.compile("[\x01-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]"),
    Message("an invisible character; remove it"),
)
NOT_TEXT = (
    UNSEEN,
    (
        re.compile("^(?:<<<<<<<|>>>>>>>) ", re.MULTILINE),
        Message("git left two versions here; keep one and remove its marks"),
    ),
)
# what a new file leaves to be written; signs of mathematics that no keyboard has stand in no text by accident
BLANK = re.compile(r"⟦([^⟦⟧]*)⟧|[⟦⟧]")
SHOWN = 60  # letters of it that are told
LIMIT = 1_000_000  # bytes; the register's largest file has a hundredth of it


@dataclass(frozen=True)
class Source:
    """The text of one file, and the name by which an editor knows it: relative to the project, with slashes."""

    name: str
    text: str

    def problem(self, code: str, message: Message, line: int = 1, column: int = 1) -> Problem:
        return Problem(self.name, line, column, code, message)


def read_source(path: Path, root: Path, problems: Problems) -> Source | None:
    """The file as text; nothing, and a problem, where it is too large or not UTF-8. A BOM and CRLF do no harm.

    What is still to be written in it is told, and it is read all the same.
    """
    name = path.relative_to(root).as_posix()
    data = path.read_bytes()
    if len(data) > LIMIT:
        message = Message("the file has {size} bytes; keep it under {limit}", size=len(data), limit=LIMIT)
        problems.add(Problem(name, 1, 1, "E102", message))
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line, column = before.count(b"\n") + 1, error.start - (before.rfind(b"\n") + 1) + 1
        problems.add(Problem(name, line, column, "E101", Message("this byte is not UTF-8; save the file as UTF-8")))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for pattern, message in NOT_TEXT:
        if found := pattern.search(text):
            line, column = place_of(text, found.start())
            problems.add(Problem(name, line, column, "E147", message))
            return None
    source = Source(name, text)
    problems.extend(blanks(source))
    return source


def blanks(source: Source) -> Iterator[Problem]:
    """The first `⟦what is to be written here⟧` with how many more there are, and each half that an editor has left."""
    whole = [each for each in BLANK.finditer(source.text) if each[1] is not None]
    for found in whole[:1]:
        what = textwrap.shorten(found[1], SHOWN, placeholder=" …")
        message = Message("to be written: {what}; put your words in place of ⟦…⟧", what=what)
        if more := len(whole) - 1:
            message = Message(
                "to be written: {what}, and {more} more below; put your words in place of each ⟦…⟧",
                what=what,
                more=more,
            )
        yield source.problem("E158", message, *place_of(source.text, found.start()))
    for found in BLANK.finditer(source.text):
        if found[1] is None:
            message = Message("'{sign}' is left of a blank; remove it", sign=found[0])
            yield source.problem("E158", message, *place_of(source.text, found.start()))


def place_of(text: str, at: int) -> tuple[int, int]:
    """Line and column, from 1."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def lies_under(path: Path, folder: Path) -> bool:
    """True where the file itself, all links followed, is inside the folder."""
    return path.resolve().is_relative_to(folder.resolve())


def files_under(folder: Path, root: Path, problems: Problems) -> Iterator[Path]:
    """Every file below the folder in a stable order; one that a symbolic link takes from elsewhere is a problem."""
    for path in sorted(folder.glob("**/*")):
        if not path.is_file() or any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue  # .DS_Store and its like are nobody's mistake
        if lies_under(path, folder):
            yield path
        else:
            problems.add(left(path, root))


def left(path: Path, root: Path) -> Problem:
    """What is told of a symbolic link that leads out of its folder."""
    name = path.relative_to(root).as_posix()
    return Problem(name, 1, 1, "E114", Message("this file is a link that leaves its folder; put the file here"))
