"""What a diagram rests on: it says no more than the facts do, and each fact stands in a law that it names."""

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.diagram.model import Diagram
from plugins.shared.article import names, spots
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, instead, meant
from plugins.shared.site import Site


def known_facts(site: Site) -> dict[str, Any] | None:
    """The facts by their codes; nothing where they can't be read, which is told there."""
    if site.unread.get("fact"):
        return None
    return {fact.code: fact for facts in site["fact"].values() for fact in facts.facts}


def rests_on_facts(site: Site) -> Iterator[Problem]:
    facts = known_facts(site)
    for diagram in site["diagram"].values() if facts is not None else ():
        for loc, part in diagram.parts():
            if part.states and not part.facts:
                message = Message("this states something and names no fact; add 'facts' with the codes in facts.yaml")
                yield diagram.problem(loc, "E185", message)
            for at, code in enumerate(part.facts):
                if code not in facts:
                    hint = instead(code, facts, Message("add it to facts.yaml"))
                    message = Message("there is no fact '{code}'; {hint}", code=code, hint=hint)
                    yield diagram.problem((*loc, "facts", at), "E185", message)


def cites_what_holds(site: Site) -> Iterator[Problem]:
    register = site["regulation"]
    for diagram in site["diagram"].values():
        for loc, key in diagram.laws():
            if not site.expects("regulation", key):
                hint = meant(key, register, Message("add it to content/regulations/"))
                message = Message("'{key}' is not in the register; {hint}", key=key, hint=hint)
                yield diagram.problem(loc, "E186", message)
            elif key in register and register[key].status == "revoked":
                message = Message("{law} is revoked; rest on the law that holds today", law=register[key].short)
                yield diagram.problem(loc, "E186", message)
        yield from _articles_are_named(diagram, site)


def _articles_are_named(diagram: Diagram, site: Site) -> Iterator[Problem]:
    """An article is named by a fact of the diagram or by the register; nobody invents one."""
    facts = known_facts(site)
    for at, source in enumerate(diagram.sources):
        regulation = site["regulation"].get(source.regulation)
        named = [each.article for each in regulation.articles if each.article] if regulation else []
        for code in diagram.codes & (facts or {}).keys():
            named += [a for each in facts[code].sources if each.regulation == source.regulation for a in each.articles]
        known = frozenset().union(*(spots(each) or () for each in named))
        for number, article in enumerate(source.articles):
            loc, cited = ("sources", at, "articles", number), spots(article)
            if cited is None:
                message = Message("'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11", article=article)
                yield diagram.problem(loc, "E129", message)
            elif regulation and facts is not None and not names(known, cited):
                message = Message(
                    "neither a fact nor the register names article {article} of {law}; correct it",
                    article=article,
                    law=source.regulation,
                )
                yield diagram.problem(loc, "E186", message)


def facts_and_sources_agree(site: Site) -> Iterator[Problem]:
    """Each fact has a law among the sources, and each source a fact that stands in it."""
    facts = known_facts(site)
    for diagram in site["diagram"].values() if facts is not None else ():
        if all(key in site["regulation"] for _, key in diagram.laws()):  # else a slip in a key is told, and only that
            behind = {code: [each.regulation for each in facts[code].sources] for code in diagram.codes & facts.keys()}
            yield from _facts_without_law(diagram, behind)
            yield from _laws_without_fact(diagram, behind, site)


def _facts_without_law(diagram: Diagram, behind: Mapping[str, list[str]]) -> Iterator[Problem]:
    cited = {key for _, key in diagram.laws()}
    told = set()
    for loc, part in diagram.parts():
        for at, code in enumerate(part.facts):
            if code not in told and behind.get(code) and cited.isdisjoint(behind[code]):
                told.add(code)
                message = Message(
                    "{code} stands in {laws}; add it to 'sources'", code=code, laws=Listed(" and ", behind[code])
                )
                yield diagram.problem((*loc, "facts", at), "E187", message)


def _laws_without_fact(diagram: Diagram, behind: Mapping[str, list[str]], site: Site) -> Iterator[Problem]:
    used = {key for keys in behind.values() for key in keys}
    for at, source in enumerate(diagram.sources):
        if source.regulation not in used and site["regulation"][source.regulation].status != "revoked":
            message = Message(
                "no fact of this diagram stands in {law}; remove it, or name the fact", law=source.regulation
            )
            yield diagram.problem(("sources", at, "regulation"), "E187", message)


def figures_stand_in_the_facts(site: Site) -> Iterator[Problem]:
    facts = known_facts(site)
    for diagram in site["diagram"].values() if facts is not None else ():
        for loc, part in diagram.parts():
            texts = [facts[code].text for code in part.facts if code in facts]
            for figure in part.figures() if len(texts) == len(part.facts) else ():
                if not any(figure.stands_in(text) for text in texts):
                    message = Message(
                        "{figure} stands in none of its facts, as {written}; correct it",
                        figure=figure.shown,
                        written=Listed(" or ", (f"'{each}'" for each in figure.writings)),
                    )
                    yield diagram.problem((*loc, *figure.loc), "E188", message)
