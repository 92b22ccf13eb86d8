"""What a regulation is, and how the register is read."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from plugins.shared.article import spots
from plugins.shared.message import Message
from plugins.shared.model import Day, Key, Line, Model, Several, Text, Truth, Web, Whole, repeated
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading

Status = Literal[
    "in_force", "amended", "revoked", "not_yet_in_force", "self_regulation", "announcement", "policy_document"
]
Evidence = Literal["primary_text", "official_summary", "secondary", "project_note", "none"]
Confidence = Literal["verified", "from_knowledge"]
WEAK = ("project_note", "none")
HOLDS = ("in_force", "amended")
DUE = "due"  # the state of what was to begin, until an editor has confirmed that it did


class Article(Model):
    """A key article: its number, or a label where it is no article, and what it says in a sentence."""

    article: Line | None = None
    label: Text | None = None
    text: Text
    confidence: Confidence


class Change(Model):
    """What happened to a regulation on another day than that on which it began: it was adopted, a time ended."""

    day: Day
    what: Text
    evidence: Evidence
    source: Web | None = None


class Editors(Model):
    """For editors only, never published: where it was seen, what to watch."""

    note: Line | None = None
    url_candidate: Web | None = None
    seen_at: Several[Line] = ()


class Regulation(Model):
    """`content/regulations/<key>.yaml`. What amends and replaces it is computed from the newer ones."""

    short: Line
    kind: Line
    number: Line
    year: Whole
    title: Text
    issuer: Text
    about: Text
    status: Status
    status_note: Text | None = None
    in_force_from: Day | None = None
    amends: Several[Key] = ()
    replaces: Several[Key] = ()
    implements: Several[Key] = ()
    articles: Several[Article] = ()
    history: Several[Change] = ()
    evidence: Evidence
    confidence: Confidence
    recheck: Truth = False
    url: Web | None = None
    url_alt: Web | None = None
    editors: Editors | None = None

    @property
    def weak(self) -> bool:
        """True where what we say of it rests on notes or memory: the reader is sent to the official text."""
        return self.recheck or self.evidence in WEAK or self.confidence == "from_knowledge"

    def state(self, day: date) -> str:
        """Its status on that day. No day makes a law true: from the one on which it was to begin on it is `due`."""
        passed = self.in_force_from is not None and self.in_force_from <= day
        return DUE if self.status == "not_yet_in_force" and passed else self.status


def articles_are_articles(regulation: Regulation) -> Iterator[Problem]:
    for at, each in enumerate(regulation.articles):
        if each.article is None and each.label is None:
            yield regulation.problem(("articles", at), "E108", Message("an 'article' or a 'label' is missing; add one"))
        if each.article is not None and spots(each.article) is None:
            message = Message(
                "'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11, or use a 'label'", article=each.article
            )
            yield regulation.problem(("articles", at, "article"), "E129", message)


def changes_differ(regulation: Regulation) -> Iterator[Problem]:
    """Each has a day of its own, under which the page and the feed know it; the beginning has one already."""
    days = [regulation.in_force_from, *(each.day for each in regulation.history)]
    for at, day in repeated(map(str, days)):
        message = Message("{day} stands twice, here or as 'in_force_from'; keep one, or tell both in one", day=day)
        yield regulation.problem(("history", at - 1, "day"), "E161", message)


def read(reading: Reading) -> Mapping[str, Regulation]:
    rules = (articles_are_articles, changes_differ)
    return reading.folder(reading.content / "regulations", "<regulation>.yaml", Regulation, rules)
