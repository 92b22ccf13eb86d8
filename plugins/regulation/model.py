"""What a regulation is, and what can be wrong with one."""

from collections.abc import Iterator, Mapping
from typing import Literal

from plugins.shared.article import spots
from plugins.shared.message import Message
from plugins.shared.model import Day, Key, Line, Model, Several, Text, Truth, Web, Whole
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Site

Status = Literal[
    "in_force", "amended", "revoked", "not_yet_in_force", "self_regulation", "announcement", "policy_document"
]
Evidence = Literal["primary_text", "official_summary", "secondary", "project_note", "none"]
Confidence = Literal["verified", "from_knowledge"]
WEAK = ("project_note", "none")


class Article(Model):
    """A key article: its number, or a label where it is no article, and what it says in a sentence."""

    article: Line | None = None
    label: Text | None = None
    text: Text
    confidence: Confidence


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


def articles_are_articles(regulation: Regulation) -> Iterator[Problem]:
    for at, each in enumerate(regulation.articles):
        if each.article is None and each.label is None:
            yield regulation.problem(("articles", at), "E108", Message("an 'article' or a 'label' is missing; add one"))
        if each.article is not None and spots(each.article) is None:
            message = Message(
                "'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11, or use a 'label'", article=each.article
            )
            yield regulation.problem(("articles", at, "article"), "E129", message)


def read(reading: Reading) -> Mapping[str, Regulation]:
    return reading.folder(reading.content / "regulations", "<regulation>.yaml", Regulation, (articles_are_articles,))


def related_exist(site: Site) -> Iterator[Problem]:
    register = site["regulation"]
    shorts: dict[str, str] = {}
    for key, regulation in register.items():
        for relation in ("amends", "replaces", "implements"):
            for at, other in enumerate(getattr(regulation, relation)):
                if other != key and other not in register and site.expects("regulation", other):
                    continue
                if other == key or other not in register:
                    message = Message("'{law}' is not in the register; correct it or add it", law=other)
                    if other == key:
                        message = Message("a regulation can't name itself here; name the older one")
                    yield regulation.problem((relation, at), "E160", message)
                elif key in (*register[other].amends, *register[other].replaces) and relation != "implements":
                    message = Message("'{law}' says that it changes this one; the newer of the two says so", law=other)
                    yield regulation.problem((relation, at), "E160", message)
        if regulation.short in shorts:
            message = Message(
                "'{short}' is the short name of {law} too; change one",
                short=regulation.short,
                law=shorts[regulation.short],
            )
            yield regulation.problem(("short",), "E161", message)
        shorts[regulation.short] = key


def status_agrees(site: Site) -> Iterator[Problem]:
    """What cites a law trusts its status: what is replaced is not simply in force, and what is to come is not yet."""
    replaced = {old: key for key, each in site["regulation"].items() for old in each.replaces}
    for key, regulation in site["regulation"].items():
        if key in replaced and regulation.status == "in_force":
            message = Message(
                "'{law}' replaces this one; set 'status: revoked', or correct that file", law=replaced[key]
            )
            yield regulation.problem(("status",), "E164", message)
        begins = regulation.in_force_from
        if begins and begins > site.day and regulation.status in ("in_force", "amended"):
            message = Message(
                "it begins on {begins}, after {day}; set 'status: not_yet_in_force'", begins=begins, day=site.day
            )
            yield regulation.problem(("status",), "E164", message)
