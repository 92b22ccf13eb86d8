"""What a checklist is: a text in its languages, whose front matter says which items are due when."""

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import Field

from plugins.checklist.due import After, DueDate
from plugins.shared.model import Key, Several
from plugins.shared.reading import Reading
from plugins.shared.twins import Front, Twins, read_twins
from plugins.shared.words import Words

COUNTS_DAYS = frozenset({"checklist.due", "learning.day"})


class Told(NamedTuple):
    """When an item is due: as it is written, which the script reads, and in words."""

    written: str
    words: str


class ChecklistFront(Front):
    topic: Key
    audience: Several[str]
    due: dict[str, DueDate] = Field(default={})

    @property
    def counts_from_a_start(self) -> bool:
        return any(isinstance(due, After) for due in self.due.values())

    @property
    def comes_again(self) -> bool:
        """True where something is due every month or year: its tick holds until that day has passed."""
        return any(due.repeats for due in self.due.values())

    def dues(self, words: Words) -> dict[str, Told]:
        """What the page tells of each item that is due, by the item's key."""
        return {key: Told(due.written, due.said(words)) for key, due in self.due.items()}


class Checklist(Twins[ChecklistFront]):
    """`content/checklists/<checklist>/`"""

    @property
    def uses(self) -> frozenset[str]:
        """The parts of the script that its page needs, or a guide that shows it."""
        return COUNTS_DAYS if self.fronts[self.source].comes_again else frozenset()


def read(reading: Reading) -> Mapping[str, Checklist]:
    found = read_twins(reading, reading.content / "checklists", "<checklist>", ChecklistFront)
    return {key: Checklist(key, twins.fronts, twins.documents) for key, twins in found.items()}
