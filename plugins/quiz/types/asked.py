"""What every question has."""

from collections.abc import Iterable, Iterator, Sequence
from typing import ClassVar, Literal, Self

from pydantic import Field

from plugins.shared.message import Message
from plugins.shared.model import Cite, Key, Line, Model, Several, Text, Whole, repeated
from plugins.shared.yaml import Loc

Answer = tuple[str, ...]
Wrong = tuple[Loc, str, Message]  # where in the question, the code, what is wrong and what to do

TELLING = ("why", "model")  # the names of texts that give an answer away


class Asked(Model):
    """A question of any type. `script` names the parts of the component's script that it needs beyond quiz.js."""

    script: ClassVar[tuple[str, ...]] = ()

    key: Key
    cite: Cite
    quote: Text | None = None  # words of the cited section; they are compared, not shown
    prompt: Text
    hints: Several[Text] = ()
    worth: Whole = 1  # what it counts for in an exam
    revision: Whole = 1  # a higher one forgets what readers answered before
    silence: dict[Literal["W210", "W211", "W212"], Line] = Field(default_factory=dict)  # why a warning does not hold

    @property
    def uses(self) -> frozenset[str]:
        """The parts of the script that mark it and remember it."""
        return frozenset(f"quiz.{part}" for part in ("marking", "record", *self.script))

    def reasons(self) -> Iterator[tuple[Loc, Text]]:
        """Every text that tells why something is right or wrong, or the answer itself, and where it stands."""
        yield from told_in(self, ())

    def mixed(self, seed: str) -> Self:
        """With its choices in the order of the seed, where their order says nothing."""
        return self

    def wrong(self) -> Iterator[Wrong]:
        """What its type forbids."""
        return iter(())

    def score(self, answer: Answer, lang: str) -> float:
        """What an answer in this language is worth: from 0 to 1, which alone is right."""
        raise NotImplementedError


CHOICE, PAIR, ITEM = Message("choice"), Message("pair"), Message("item")


def same_keys(keys: Iterable[str], loc: Loc) -> Iterator[Wrong]:
    """Keys of one list that stand there twice."""
    for at, key in repeated(keys):
        yield (*loc, at, "key"), "E141", Message("the key '{key}' stands twice in this question; change one", key=key)


def same_texts(texts: Sequence[Text | None], loc: Loc, name: str, what: Message) -> Iterator[Wrong]:
    """Texts of one list that say the same in some language: nobody could tell them apart."""
    seen: set[tuple[str, str]] = set()
    for at, text in enumerate(texts):
        for lang, words in (text.root if text else {}).items():
            said = (lang, " ".join(words.casefold().split()))
            if said in seen:
                yield (*loc, at, name, lang), "E143", Message("another {what} says the same; change one", what=what)
            seen.add(said)


def told_in(thing: Model, loc: Loc) -> Iterator[tuple[Loc, Text]]:
    for name in type(thing).model_fields:
        value = getattr(thing, name)
        if isinstance(value, Text) and name in TELLING:
            yield (*loc, name), value
        for at, each in enumerate(value if isinstance(value, tuple) else ()):
            if isinstance(each, Model):
                yield from told_in(each, (*loc, name, at))
