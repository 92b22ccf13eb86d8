"""Things to bring into order: each gets its number; with script it can be moved up and down as well."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.quiz.types.asked import ITEM, Answer, Asked, Wrong, same_keys, same_texts
from plugins.quiz.types.fields import Field, share_of_fields
from plugins.quiz.types.matching import mixed
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text


class Item(Model):
    key: Key
    text: Text


class Ordering(Asked):
    type: Literal["ordering"]
    script: ClassVar[tuple[str, ...]] = ("fields", "ordering")
    items: Several[Item]  # in the right order
    why: Text

    @property
    def fields(self) -> tuple[Field, ...]:
        """The items, mixed, each with its number."""
        languages = self.prompt.root
        numbers = [str(at + 1) for at in range(len(self.items))]
        options = tuple((each, dict.fromkeys(languages, each)) for each in numbers)
        place = {item.key: number for item, number in zip(self.items, numbers, strict=True)}
        found = [
            Field(key, "exact", text.root, *[dict.fromkeys(languages, place[key])] * 2, options)
            for key, text in mixed(self.key, [(item.key, item.text) for item in self.items])
        ]
        if [field.right for field in found] == [dict.fromkeys(languages, each) for each in numbers]:
            found.reverse()  # the mixed order must not be the answer
        return tuple(found)

    def score(self, answer: Answer, lang: str) -> float:
        return share_of_fields(self.fields, answer, lang)

    def wrong(self) -> Iterator[Wrong]:
        yield from same_keys((item.key for item in self.items), ("items",))
        if len(self.items) < 3:
            yield ("items",), "E143", Message("a question needs three items or more; add one")
        yield from same_texts([item.text for item in self.items], ("items",), "text", ITEM)
