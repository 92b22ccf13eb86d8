"""A citation in a text: which regulation and article, whether on weak evidence, whether as history."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plugins.regulation.model import Regulation
from plugins.regulation.revoked import newer
from plugins.shared.article import Spot, names, order, spots
from plugins.shared.document import Document
from plugins.shared.markdown import Reference
from plugins.shared.message import Message
from plugins.shared.problem import Problem, meant
from plugins.shared.site import Goal, Site


@dataclass(frozen=True)
class Citation:
    """`mark` tells why the reader should check the official text: "statement", "register" or nothing."""

    key: str
    regulation: Regulation
    article: str
    mark: str
    history: bool

    @property
    def goal(self) -> Goal:
        return Goal("regulation", self.key)


FLAGS = frozenset({"?", "was"})  # on weak evidence; as history


def article_and_flags(words: str) -> tuple[str, frozenset[str]]:
    """The article and the flags of what stands behind a citation's key: `2(2) ?`."""
    parts = words.split()
    return " ".join(each for each in parts if each not in FLAGS), FLAGS.intersection(parts)


def resolve(reference: Reference, document: Document, lang: str, site: Site) -> Citation | Problem | None:
    at = reference.line, reference.column
    if not reference.target:
        return document.problem("E129", Message("this citation names nothing; write it as '[@key article]'"), *at)
    regulation = site["regulation"].get(reference.target)
    if regulation is None:
        if site.expects("regulation", reference.target):
            return None
        hint = meant(reference.target, site["regulation"], Message("add it to content/regulations/"))
        message = Message("'{key}' is not in the register; {hint}", key=reference.target, hint=hint)
        return document.problem("E126", message, *at)
    article, flags = article_and_flags(reference.words)
    if article and spots(article) is None:
        message = Message(
            "'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11, then '?' or 'was' where it is due",
            article=article,
        )
        return document.problem("E129", message, *at)
    history = "was" in flags
    if regulation.status == "revoked" and not history:
        message = Message(
            "{law} is revoked; cite {newer}, or add 'was' where the text says that it is history",
            law=regulation.short,
            newer=newer(reference.target, site),
        )
        return document.problem("E128", message, *at)
    mark = "statement" if "?" in flags else "register" if regulation.weak or unsure(regulation, article) else ""
    return Citation(reference.target, regulation, article, mark, history)


def unsure(regulation: Regulation, article: str) -> bool:
    """True where the register knows this very article from memory only."""
    cited = spots(article) or frozenset()
    known = [each for each in regulation.articles if each.article and names(spots(each.article) or frozenset(), cited)]
    return bool(article and known) and all(each.confidence == "from_knowledge" for each in known)


def sources(citations: list[Citation]) -> list[dict[str, Any]]:
    """Each cited regulation once, in the order of its first citation, with the articles cited.

    `doubt` where any citation of it carries the mark; the law itself is marked where it is `regulation.weak`.
    """
    found: dict[str, dict[str, Any]] = {}
    for each in citations:
        entry = {"key": each.key, "regulation": each.regulation, "articles": [], "doubt": False, "history": True}
        entry = found.setdefault(each.key, entry)
        if each.article and each.article not in entry["articles"]:
            entry["articles"].append(each.article)
        entry["doubt"] |= bool(each.mark)
        entry["history"] &= each.history
    for entry in found.values():
        entry["articles"].sort(key=order)
    return list(found.values())


def cited_articles_are_named(site: Site) -> Iterator[Problem]:
    """An article is cited where the register or the facts name it; nobody invents one."""
    if site.unread.get("fact"):
        return
    named = named_articles(site)
    for edition in site.editions.values():
        yield from _unnamed(edition.document, named)


def _unnamed(document: Document, named: dict[str, frozenset[Spot]]) -> Iterator[Problem]:
    for reference in document.references:
        if reference.kind != "cite" or reference.target not in named:
            continue
        article, _ = article_and_flags(reference.words)
        cited = spots(article) if article else None
        if cited and not names(named[reference.target], cited):
            message = Message(
                "article {article} of {law} stands neither in the register nor in facts.yaml; correct it",
                article=article,
                law=reference.target,
            )
            yield document.problem("E127", message, reference.line, reference.column)


def named_articles(site: Site) -> dict[str, frozenset[Spot]]:
    """What the register and the facts name of each regulation; one that has a malformed article is left out."""
    written = {key: [each.article for each in regulation.articles] for key, regulation in site["regulation"].items()}
    for facts in site["fact"].values():
        for source in (each for fact in facts.facts for each in fact.sources):
            written.setdefault(source.regulation, []).extend(source.articles)
    found = {key: [spots(each) for each in articles if each] for key, articles in written.items()}
    return {key: frozenset().union(*named) for key, named in found.items() if None not in named}
