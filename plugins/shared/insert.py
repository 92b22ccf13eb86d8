"""`{{rate:key}}`: a figure that is written down in one place, and said wherever it is needed.

What it names is a thing of a concept that `inserts`; such a thing has `said(day, words)`, what holds on a day in the
language of the words, and `plain(day)`, the bare value for what computes. Both are empty where nothing holds.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple, Protocol

from plugins.shared.kinds import called
from plugins.shared.markdown.inlines import INSERT
from plugins.shared.message import Message
from plugins.shared.problem import instead
from plugins.shared.words import Words
from plugins.shared.yaml import Data, Loc


class Insertable(Protocol):
    def said(self, day: date, words: Words) -> str: ...

    def plain(self, day: date) -> str: ...


class Inserts(NamedTuple):
    """Everything that can be inserted, by concept and key; the day; the words of each language."""

    things: Mapping[str, Mapping[str, Insertable]]
    day: date
    words: Mapping[str, Words]

    def wrong(self, concept: str, key: str) -> Message | None:
        """Why nothing can stand there."""
        known = self.things.get(concept)
        if known is None:
            return Message(
                "nothing is called '{concept}' here; {instead}", concept=concept, instead=instead(concept, self.things)
            )
        if key not in known:
            kind, hint = called(concept), instead(key, known)
            return Message("there is no {concept} '{key}'; {instead}", concept=kind, key=key, instead=hint)
        if not known[key].plain(self.day):
            return Message("'{key}' has no value on {day}; add one, or say it otherwise", key=key, day=self.day)
        return None

    def slips(self, text: str) -> Iterator[Message]:
        """What is wrong with the inserts of a text."""
        for concept, key in INSERT.findall(text):
            if message := self.wrong(concept, key):
                yield message
        if "{{" in INSERT.sub("", text):
            yield Message("'{written}' can't be read; write it as {example}", written="{{", example="{{rate:key}}")

    def into(self, text: str, lang: str) -> str:
        """The text in this language with what its inserts say today; in none, with the bare values."""

        def said(found: re.Match[str]) -> str:
            return found[0] if self.wrong(*found.groups()) else self.said(*found.groups(), lang)

        return INSERT.sub(said, text)

    def said(self, concept: str, key: str, lang: str) -> str:
        """What is inserted in this language; in none, the bare value."""
        thing = self.things[concept][key]
        return thing.said(self.day, self.words[lang]) if lang else thing.plain(self.day)

    def into_data(self, data: Data, tell: Callable[[Loc, Message], None], loc: Loc = (), lang: str = "") -> Data:
        """The data of a YAML file: below the key of a language stands its text, everything else takes bare values."""
        if isinstance(data, dict):
            return {
                key: self.into_data(each, tell, (*loc, key), key if key in self.words else lang)
                for key, each in data.items()
            }
        if isinstance(data, list):
            return [self.into_data(each, tell, (*loc, at), lang) for at, each in enumerate(data)]
        if not isinstance(data, str) or "{{" not in data:
            return data
        for message in self.slips(data):
            tell(loc, message)
        return self.into(data, lang)


NOTHING = Inserts({}, date.min, {})
