"""What data says of the law rests on facts, by their codes, and on the laws in which these stand."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol

from plugins.shared.article import Spot, names, order, spots
from plugins.shared.message import Listed, Message
from plugins.shared.model import Key, Line, Model, Several
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Site
from plugins.shared.yaml import Loc

KNOWN = "K"  # the tag of a fact that is known from no text, and so stands in no law for sure
WEAK = frozenset("NK?")  # the tags of facts that readers should check


class Source(Model):
    """A law, and its articles where they are known."""

    regulation: Key
    articles: Several[Line] = ()


class Resting(Protocol):
    """What rests on facts and laws."""

    facts: tuple[str, ...]
    sources: tuple[Source, ...]


def known_facts(site: Site) -> Mapping[str, Any]:
    """The facts by their codes."""
    return {fact.code: fact for each in site["fact"].values() for fact in each.facts}


def is_weak(thing: Resting, site: Site) -> bool:
    """True where a reader should check the official text: a fact is weak, or the register doubts a law."""
    return doubted(thing.facts, (each.regulation for each in thing.sources), site)


def cited(things: Iterable[Resting], site: Site) -> list[dict[str, Any]]:
    """The laws of all of them as a list of sources: each once, with its articles, marked where one of them is weak.

    A law that is not in the register, or can't be read, is told where it stands, and no page is written then.
    """
    found: dict[str, dict[str, Any]] = {}
    for thing in things:
        weak = is_weak(thing, site)
        for key, articles in ((each.regulation, each.articles) for each in thing.sources):
            if key not in site["regulation"]:
                continue
            law = {"key": key, "regulation": site["regulation"][key], "articles": [], "doubt": False, "history": False}
            entry = found.setdefault(key, law)
            entry["articles"] += [each for each in articles if each not in entry["articles"]]
            entry["doubt"] |= weak
    for entry in found.values():
        entry["articles"].sort(key=order)
    return list(found.values())


def named(key: str, site: Site) -> frozenset[Spot]:
    """The articles of a law that the register or the facts name."""
    law = site["regulation"].get(key)
    written = [each.article for each in law.articles if each.article] if law else []
    for fact in known_facts(site).values():
        written += [article for each in fact.sources if each.regulation == key for article in each.articles]
    return frozenset().union(*(spots(each) or () for each in written))


def unknown(codes: Iterable[str], facts: Mapping[str, Any]) -> Iterator[tuple[int, Message]]:
    """The codes of no fact, each by its place among the codes."""
    for at, code in enumerate(codes):
        if code not in facts:
            yield at, Message("there is no fact '{code}'; {instead}", code=code, instead=instead(code, facts))


def laws(codes: Iterable[str], facts: Mapping[str, Any]) -> dict[str, None]:
    """The laws in which these facts stand, each once, in their order."""
    return {source.regulation: None for code in codes if code in facts for source in facts[code].sources}


def doubted(codes: Iterable[str], keys: Iterable[str], site: Site) -> bool:
    """True where a reader should check the official text: one of the facts or of the laws is weak."""
    facts = known_facts(site)
    known = [site["regulation"][key] for key in keys if key in site["regulation"]]
    return any(facts[code].tag in WEAK for code in codes if code in facts) or any(law.weak for law in known)


def not_named(article: str, law: str, site: Site) -> tuple[str, Message] | None:
    """Why this article can't be named of a law, with the code of it; nothing where it can."""
    cited = spots(article)
    if cited is None:
        return "E129", Message("'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11", article=article)
    if not names(named(law, site), cited):
        message = Message(
            "article {article} of {law} stands neither in the register nor in facts.yaml; correct it",
            article=article,
            law=law,
        )
        return "E127", message
    return None


def rests_on_facts(
    thing: Model, loc: Loc, codes: Iterable[str], sources: tuple[Source, ...], site: Site, code: str
) -> Iterator[Problem]:
    """Each fact exists and stands in one of the laws; each law is in the register and holds; nobody invents an article.

    `loc` is where `facts` and `sources` stand. Nothing is told where the facts can't be read, which is told there.
    """
    if site.unread.get("fact"):
        return
    facts = known_facts(site)
    cited = {each.regulation for each in sources}
    for at, each in enumerate(codes):
        if each not in facts:
            message = Message("there is no fact '{code}'; {instead}", code=each, instead=instead(each, facts))
            yield thing.problem((*loc, "facts", at), code, message)
            continue
        behind = laws([each], facts)
        if behind and facts[each].tag != KNOWN and cited.isdisjoint(behind):
            message = Message(
                "{code} stands in {laws}; add it to 'sources'", code=each, laws=Listed(", ", sorted(behind))
            )
            yield thing.problem((*loc, "facts", at), code, message)
    for at, source in enumerate(sources):
        yield from _holds(thing, (*loc, "sources", at), source, site, code)


def _holds(thing: Model, loc: Loc, source: Source, site: Site, code: str) -> Iterator[Problem]:
    law = site["regulation"].get(source.regulation)
    if not site.expects("regulation", source.regulation):
        message = Message("'{key}' is not in the register; correct it or add it", key=source.regulation)
        yield thing.problem((*loc, "regulation"), "E160", message)
    elif law and law.status == "revoked":
        message = Message("{law} is revoked; rest on the law that holds today", law=law.short)
        yield thing.problem((*loc, "regulation"), code, message)
    known = named(source.regulation, site) if law else frozenset()
    for at, article in enumerate(source.articles):
        cited = spots(article)
        if law and (cited is None or not names(known, cited)):
            message = Message(
                "article {article} of {law} stands neither in the register nor in facts.yaml; correct it",
                article=article,
                law=source.regulation,
            )
            yield thing.problem((*loc, "articles", at), "E127", message)
