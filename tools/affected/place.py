"""A place that rests on a law, and the law as it is asked for: whole or one article, itself or through another one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Self

from plugins.regulation.citation import article_and_flags
from plugins.shared.article import Spot, spots
from plugins.shared.message import Listed, Message
from plugins.shared.model import Model
from plugins.shared.yaml import Loc

LONGEST = 120  # letters of what stands there


@dataclass(frozen=True)
class Place:
    """`words` is what stands there, `lang` its language where it has one of its own."""

    place: str  # file:line
    words: str
    lang: str | None = None
    articles: tuple[str, ...] = ()
    history: bool = False

    def told(self) -> Message:
        """The line for who looks there."""
        parts: list[str] = [Message("“{words}”", words=shortened(self.words))] if self.words else []
        parts += [Message("Article {article}", article=each) for each in self.articles]
        parts += [Message("history")] if self.history else []
        return Message("  {place}: {what}", place=self.place, what=Listed(" · ", parts))

    def data(self) -> dict[str, object]:
        file, _, line = self.place.rpartition(":")
        return {
            "file": file,
            "line": int(line),
            "lang": self.lang,
            "words": self.words,
            "articles": list(self.articles),
            "history": self.history,
        }


@dataclass(frozen=True)
class Law:
    """What is asked for: a law, and the article of it that changed, where it is not the whole."""

    key: str
    article: frozenset[Spot] | None = None

    def rests(self, key: str, articles: Iterable[str] = ()) -> bool:
        """True where who names these articles rests on it; who names none may rest on any."""
        named = [spots(each) or frozenset() for each in articles]
        return key == self.key and (self.article is None or not named or any(map(self.touches, named)))

    def touches(self, named: frozenset[Spot]) -> bool:
        """True where both name the same paragraph, or one of them the whole article of the other's."""
        return any(
            article == other and (paragraph == part or not paragraph or not part)
            for article, paragraph in named
            for other, part in self.article or ()
        )

    def cited(self, target: str, words: str) -> "Cited | None":
        """What a citation that rests on it says of article and history."""
        article, flags = article_and_flags(words)
        articles = (article,) if article else ()
        return Cited(articles, "was" in flags) if self.rests(target, articles) else None


@dataclass(frozen=True)
class Cited:
    articles: tuple[str, ...]
    history: bool

    def joined(self, other: Self) -> Self:
        """Of two citations in one place: it is history only where both are."""
        return replace(
            self,
            articles=tuple(dict.fromkeys([*self.articles, *other.articles])),
            history=self.history and other.history,
        )


def at(model: Model, loc: Loc, words: str, articles: tuple[str, ...] = (), history: bool = False) -> Place:
    return Place(model.where(loc), words, None, articles, history)


def shortened(words: str) -> str:
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
