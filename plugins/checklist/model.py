"""What a checklist is: a text in its languages, whose front matter says which items are due when."""

from collections.abc import Mapping
from typing import NamedTuple

from pydantic import Field

from plugins.checklist.due import After, DueDate
from plugins.shared.model import Key, Several
from plugins.shared.reading import Reading
from plugins.shared.twins import Front, Twins, read_twins
from plugins.shared.words import Words


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

    def dues(self, words: Words) -> dict[str, Told]:
        """What the page tells of each item that is due, by the item's key."""
        return {key: Told(due.written, due.said(words)) for key, due in self.due.items()}


Checklist = Twins[ChecklistFront]


def read(reading: Reading) -> Mapping[str, Checklist]:
    return read_twins(reading, reading.content / "checklists", "<checklist>", ChecklistFront)
