"""What is wrong in the tree, each with its place, all told at once."""

import difflib
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO

from plugins.shared.codes import CODES
from plugins.shared.message import Listed, Message

MANY = 10  # of one code in one line
MOST = 900  # letters of a line: all the keys that there are may be told, but no file that has lost its quotes


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake of an editor: `path:line:column: CODE what is wrong; what to do`.

    `path` is relative to the project, with slashes; line and column count from 1. A code that begins with W is a
    warning: it is told, and the site is built all the same. `after` names the files whose errors it may follow from.
    """

    path: str
    line: int
    column: int
    code: str
    message: Message
    after: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.code not in CODES:
            raise ValueError(f"{self.code} is not explained in plugins/shared/codes.py")
        if not isinstance(self.message, Message):
            raise TypeError(f"{self.message!r} can be said in English only; make it a Message")

    def __str__(self) -> str:
        return self.told(str)

    def told(self, translate: Callable[[str], str]) -> str:
        """The line, in the language of `translate`."""
        return f"{self.path}:{self.line}:{self.column}: {self.code} {legible(self.message.said(translate))}"

    @property
    def warning(self) -> bool:
        return self.code.startswith("W")


class Problems:
    """The problems of one run, in the order of the files, without repetition.

    The warnings of a file wait until its errors are mended: often they only follow from them. So does what names files
    in `after`; nothing waits for that in turn. Errors whose codes are in `passes` are told, and end nothing.
    """

    def __init__(self, passes: frozenset[str] = frozenset()) -> None:
        self._passes = passes
        self._all: set[Problem] = set()
        self._told: set[Problem] = set()

    def __iter__(self) -> Iterator[Problem]:
        first = {each.path for each in self._all if not each.warning and not each.after}
        found = (each for each in self._all if first.isdisjoint(each.after))
        return few_a_line(sorted(each for each in found if not each.warning or each.path not in first))

    def add(self, problem: Problem) -> None:
        self._all.add(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        self._all.update(problems)

    @property
    def errors(self) -> list[Problem]:
        return [each for each in self if not each.warning and each.code not in self._passes]

    def tell(self, stream: TextIO, translate: Callable[[str], str] = str) -> None:
        """Print what has not been told yet, a line each, in the language of `translate`."""
        for each in self:
            if each not in self._told:
                print(each.told(translate), file=stream)
                self._told.add(each)

    def stop_if_any(self) -> None:
        """End the run here when a page can't be trusted; warnings alone end nothing."""
        if self.errors:
            raise TreeHasProblems(self)


class TreeHasProblems(SystemExit):
    """The tree can't be published as it is; every problem has been told.

    An exit, not an error: Pelican prints a traceback for every exception, and an editor's mistake deserves none.
    """

    exitcode = 2

    def __init__(self, problems: Problems) -> None:
        self.problems = tuple(problems)
        super().__init__(self.exitcode)


def few_a_line(problems: Iterable[Problem]) -> Iterator[Problem]:
    """A line that has lost its backticks may hold a thousand of one kind; the first ones say what is wrong with it."""
    told: Counter[tuple[str, int, str]] = Counter()
    for each in problems:
        told[each.path, each.line, each.code] += 1
        if told[each.path, each.line, each.code] <= MANY:
            yield each


def legible(text: str) -> str:
    """What a file holds may be told, and be anything: on one line, without its middle where it is endless."""
    shown = text if len(text) <= MOST else f"{text[: MOST * 2 // 3]} … {text[-MOST // 3 :]}"
    return "".join(each if each.isprintable() else f"\\x{ord(each):02x}" for each in shown)


def nearest(wanted: str, known: Iterable[str]) -> str:
    """The known word that the editor may have meant; empty where none is alike."""
    return next(iter(difflib.get_close_matches(wanted, list(known), 1)), "")


def instead(key: str, known: Collection[str], otherwise: Message | None = None) -> Message:
    """What an editor may have meant, to end a message with: the nearest one, else `otherwise`, else all there are."""
    near = nearest(key, known)
    if near:
        return Message("nearest: {near}", near=near)
    if otherwise:
        return otherwise
    return Message("there are: {known}", known=Listed(", ", known)) if known else Message("there are none")


def meant(key: str, known: Iterable[str], otherwise: Message) -> Message:
    """The same as a question, where only one thing can stand in its place."""
    near = nearest(key, known)
    return Message("did you mean '{near}'?", near=near) if near else otherwise


def one_of(known: Collection[str]) -> Message:
    """All that may be written here, to end a message with."""
    return Message("use one of {known}", known=Listed(", ", known)) if known else Message("there are none")
