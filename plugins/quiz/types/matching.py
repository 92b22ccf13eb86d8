"""Pairs to put together: each left side gets one of the right sides, some of which may fit nowhere."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from plugins.quiz.types.asked import PAIR, Answer, Asked, Wrong, same_keys, same_texts
from plugins.quiz.types.fields import Field, share_of_fields
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text
from plugins.shared.seed import ordered


class Pair(Model):
    key: Key
    text: Text
    match: Text


class Matching(Asked):
    type: Literal["matching"]
    script: ClassVar[tuple[str, ...]] = ("fields",)
    pairs: Several[Pair]
    decoys: Several[Text] = ()
    why: Text

    @property
    def fields(self) -> tuple[Field, ...]:
        sides = [(pair.key, pair.match) for pair in self.pairs]
        sides += [(f"decoy-{at + 1}", text) for at, text in enumerate(self.decoys)]
        options = tuple((key, text.root) for key, text in mixed(self.key, sides))
        languages = self.prompt.root
        return tuple(
            Field(pair.key, "exact", pair.text.root, dict.fromkeys(languages, pair.key), pair.match.root, options)
            for pair in self.pairs
        )

    def score(self, answer: Answer, lang: str) -> float:
        return share_of_fields(self.fields, answer, lang)

    def wrong(self) -> Iterator[Wrong]:
        yield from same_keys((pair.key for pair in self.pairs), ("pairs",))
        if len(self.pairs) < 2:
            yield ("pairs",), "E143", Message("a question needs two pairs or more; add one")
        yield from same_texts([pair.text for pair in self.pairs], ("pairs",), "text", PAIR)
        yield from same_texts([pair.match for pair in self.pairs], ("pairs",), "match", PAIR)


def mixed(seed: str, things: list[tuple[str, Text]]) -> list[tuple[str, Text]]:
    """In an order that says nothing of the key, and is the same in every build."""
    by_key = dict(things)
    return [(key, by_key[key]) for key in ordered(seed, list(by_key))]
