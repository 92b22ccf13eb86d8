"""What can be wrong with a date: it says no more than the facts do, and agrees with the register and the rates."""

from collections.abc import Iterator
from datetime import date as Day

from plugins.date.model import DUE, Date, Evidence, days_of
from plugins.shared import evidence
from plugins.shared.exists import section_exists
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem
from plugins.shared.review import months_after
from plugins.shared.site import Site

STRENGTH: dict[str, Evidence] = {"N": "project_note", "K": "from_knowledge", "?": "from_knowledge"}
WEAKER: tuple[Evidence, ...] = ("verified", "project_note", "from_knowledge")


def dates_rest_on_facts(site: Site) -> Iterator[Problem]:
    if site.unread.get("fact"):
        return
    facts = evidence.known_facts(site)
    for each in site["date"].values():
        unknown = list(evidence.unknown(each.facts, facts))
        for at, message in unknown:
            yield each.problem(("facts", at), "E210", message)
        if unknown:
            continue
        known = [facts[code] for code in each.facts]
        if not any(each.figure.stands_in(fact.text) for fact in known):
            message = Message(
                "none of its facts says '{day}'; correct it, or name the fact", day=each.figure.writings[0]
            )
            yield each.problem(("day",), "E210", message)
        elif site.expects("regulation", each.regulation) and each.regulation not in evidence.laws(each.facts, facts):
            message = Message("none of its facts stands in {law}; correct one of them", law=each.regulation)
            yield each.problem(("regulation",), "E210", message)
        weakest = max((STRENGTH.get(fact.tag, WEAKER[0]) for fact in known), key=WEAKER.index, default=WEAKER[0])
        if WEAKER.index(each.evidence) < WEAKER.index(weakest):
            message = Message("its facts are no better than '{evidence}'; write that", evidence=weakest)
            yield each.problem(("evidence",), "E210", message)


def laws_hold(site: Site) -> Iterator[Problem]:
    """A law is in the register; where it is revoked, the date says that it is history."""
    for each in site["date"].values():
        if not site.expects("regulation", each.regulation):
            message = Message("'{key}' is not in the register; correct it or add it", key=each.regulation)
            yield each.problem(("regulation",), "E160", message)
            continue
        law = site["regulation"].get(each.regulation)
        if law and law.status == "revoked" and not each.was:
            message = Message(
                "{law} is revoked; see whether this date still holds, or add 'was: true' where it is history",
                law=law.short,
            )
            yield each.problem(("regulation",), "E128", message)
        for at, article in enumerate(each.articles):
            if wrong := evidence.not_named(article, each.regulation, site):
                yield each.problem(("articles", at), *wrong)


def days_agree(site: Site) -> Iterator[Problem]:
    """Of a law of which the register or a rate knows days it is one of these, or an editor has said how it differs."""
    if site.unread.get("rate"):
        return
    for each in site["date"].values():
        days = known_days(each.regulation, site)
        if days and each.day not in days and not each.differs:
            message = Message(
                "register and rates have other days of {law}: {days}; correct one of them, or say in 'differs' why",
                law=site["regulation"][each.regulation].short,
                days=Listed(", ", [day.isoformat() for day in days]),
            )
            yield each.problem(("day",), "E211", message)


def known_days(key: str, site: Site) -> list[Day]:
    """What register and rates say of a law, in order."""
    law = site["regulation"].get(key)
    return sorted({*days_of(law), *rated(key, site)}) if law else []


def rated(key: str, site: Site) -> Iterator[Day]:
    """The days that rates say of a law."""
    for rate in site.things.get("rate", {}).values():
        for value in rate.values if rate.unit == "date" else ():
            if value.regulation == key:
                yield Day.fromisoformat(value.value)


def sections_exist(site: Site) -> Iterator[Problem]:
    for each in site["date"].values():
        if each.cite:
            yield from section_exists(each, ("cite",), each.cite, site, "E214")


def what_has_come_is_confirmed(site: Site) -> Iterator[Problem]:
    """A law that was to begin is told in the register, and only there."""
    for each in site["date"].values():
        law = site["regulation"].get(each.regulation)
        if each.confirmed and each.day > site.day:
            message = Message("{date} is after {day}; remove this line until then", date=each.day, day=site.day)
            yield each.problem(("confirmed",), "E134", message)
        if each.looked and each.looked > site.day:
            message = Message("this day is after {day}; write the day on which it was done", day=site.day)
            yield each.problem(("looked",), "E134", message)
        waits = each.looked and months_after(each.looked, 1) > site.day
        if law and each.state(site.day, law) == DUE and each.day != law.in_force_from and not waits:
            message = Message(
                "this day has come; see whether it happened, then set 'confirmed: true', the new day, or 'looked'"
            )
            yield each.problem(("day",), "W222", message)


RULES = (dates_rest_on_facts, laws_hold, days_agree, sections_exist, what_has_come_is_confirmed)


def doubted(each: Date, site: Site) -> bool:
    """True where a reader should check the official text."""
    return each.evidence != WEAKER[0] or evidence.doubted(each.facts, (each.regulation,), site)
