"""What the types with fields to fill share: a field knows by which text it is marked, and says the right one."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from plugins.quiz.types.asked import Answer
from plugins.shared.model import Text

Kind = Literal["exact", "text", "number"]
LONG = 5  # letters


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

    def nearly(self, value: str, lang: str) -> bool:
        """True where what is written is not right, and one slip away from it."""
        return self.kind == "text" and not self.fits(value, lang) and slipped(value, self.right[lang])


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


def slipped(written: str, right: str) -> bool:
    """True where one slip made of an accepted text what is written: a letter more, less, another, or two swapped.

    In short words a slip makes another word, and another digit is another number. theme/components/quiz/fields.js finds
    the same.
    """
    long = (text for text in right.split("|") if sum(map(str.isalpha, text)) >= LONG)
    return any(_one_slip(plain(written), text) for text in long)


def _one_slip(a: str, b: str) -> bool:
    while a and b and a[0] == b[0]:
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    letters = (a + b).replace(" ", "a").isalpha()
    return letters and (max(len(a), len(b)) == 1 or (len(a) == 2 and a == b[::-1]))


def accepted(texts: tuple[Text, ...], lang: str) -> str:
    """The texts that mark a field, each plain, as the page has them."""
    return "|".join(dict.fromkeys(plain(each[lang]) for each in texts))


def empty_when_plain(texts: tuple[Text, ...]) -> Iterator[tuple[int, str]]:
    """Texts of which nothing is left when they are compared: the number and the language."""
    for at, text in enumerate(texts):
        for lang, words in text.root.items():
            if not plain(words):
                yield at, lang
