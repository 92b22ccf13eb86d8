"""What the types with fields to fill share: a field knows by which text it is marked, and says the right one."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from plugins.quiz.types.asked import Answer
from plugins.shared.model import Text

Kind = Literal["exact", "text", "number"]


class Field(NamedTuple):
    """One field. `right` is what marks it and `told` the right answer in words, both by language."""

    key: str
    kind: Kind
    label: Mapping[str, str]
    right: Mapping[str, str]
    told: Mapping[str, str]
    options: tuple[tuple[str, Mapping[str, str]], ...] = ()  # with any, it is chosen, else written
    tolerance: float = 0
    habits: Mapping[str, str] = {}  # how each language writes numbers, where it is one

    def fits(self, value: str, lang: str) -> bool:
        if self.kind == "text":
            return bool(plain(value)) and plain(value) in self.right[lang].split("|")
        return value == self.right[lang]


def values(answer: Answer) -> dict[str, str]:
    """The values of several fields by key, from `key=value`."""
    return {key: value for key, _, value in (each.partition("=") for each in answer)}


def share_of_fields(fields: tuple[Field, ...], answer: Answer, lang: str) -> float:
    given = values(answer)
    return sum(field.fits(given.get(field.key, ""), lang) for field in fields) / len(fields)


def plain(text: str) -> str:
    """A written answer without what doesn't count: capitals, accents, signs, white space."""
    letters = unicodedata.normalize("NFKD", text.lower())
    bare = "".join(each for each in letters if not unicodedata.category(each).startswith("M"))
    return " ".join(re.findall(r"[^\W_]+", bare))


def accepted(texts: tuple[Text, ...], lang: str) -> str:
    """The texts that mark a field, each plain, as the page has them."""
    return "|".join(dict.fromkeys(plain(each[lang]) for each in texts))


def empty_when_plain(texts: tuple[Text, ...]) -> Iterator[tuple[int, str]]:
    """Texts of which nothing is left when they are compared: the number and the language."""
    for at, text in enumerate(texts):
        for lang, words in text.root.items():
            if not plain(words):
                yield at, lang
