"""What a rate rests on: it says no more than a fact does, and the fact stands in the law that it names."""

from collections.abc import Iterator

from plugins.rate.model import Rate, Value
from plugins.shared.article import names, spots
from plugins.shared.evidence import known_facts, named
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Site
from plugins.shared.yaml import Loc


def rates_rest_on_facts(site: Site) -> Iterator[Problem]:
    if site.unread.get("fact"):
        return
    facts = known_facts(site)
    for rate in site["rate"].values():
        for at, value in enumerate(rate.values):
            loc = ("values", at)
            unknown = [(number, code) for number, code in enumerate(value.facts) if code not in facts]
            for number, code in unknown:
                message = Message("there is no fact '{code}'; {instead}", code=code, instead=instead(code, facts))
                yield rate.problem((*loc, "facts", number), "E200", message)
            yield from _law_is_named(rate, loc, value, site)
            if unknown or not site.expects("regulation", value.regulation):
                continue
            figure = rate.figure(at)
            if not any(figure.stands_in(facts[code].text) for code in value.facts):
                said = Listed(" / ", [f"'{each}'" for each in figure.writings])
                message = Message("none of its facts says {said}; correct it, or name the fact", said=said)
                yield rate.problem((*loc, "value"), "E200", message)
            elif value.regulation not in {source.regulation for code in value.facts for source in facts[code].sources}:
                message = Message("none of its facts stands in {law}; correct one of them", law=value.regulation)
                yield rate.problem((*loc, "regulation"), "E200", message)


def _law_is_named(rate: Rate, loc: Loc, value: Value, site: Site) -> Iterator[Problem]:
    """The law is in the register, and its article is one that the register or a fact names."""
    if not site.expects("regulation", value.regulation):
        message = Message("'{key}' is not in the register; correct it or add it", key=value.regulation)
        yield rate.problem((*loc, "regulation"), "E160", message)
        return
    law = site["regulation"].get(value.regulation)
    if law and law.status == "revoked" and value.holds(site.day):
        message = Message("{law} is revoked; rest on the law that holds today", law=law.short)
        yield rate.problem((*loc, "regulation"), "E200", message)
    cited = spots(value.article) if value.article else frozenset()
    if cited is None:
        message = Message("'{article}' is no article; write 2, 2(2), 1(5)-(6) or 9-11", article=value.article)
        yield rate.problem((*loc, "article"), "E129", message)
    elif cited and not names(named(value.regulation, site), cited):
        message = Message(
            "article {article} of {law} stands neither in the register nor in facts.yaml; correct it",
            article=value.article,
            law=value.regulation,
        )
        yield rate.problem((*loc, "article"), "E127", message)
