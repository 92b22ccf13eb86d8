"""What is due to be compared with its sources again: texts, drawings, and laws whose source should be opened."""

import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from plugins.regulation.model import DUE
from plugins.shared.message import Message
from plugins.shared.problem import Problems, instead
from plugins.shared.review import months_after
from plugins.shared.site import Site
from plugins.shared.telling import language, tell
from plugins.shared.twins import Twins
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.engine import day
from tools.tree import read_everything

FORMATS = ("text", "json")


class Due(NamedTuple):
    """Without a day it is a law of which the register says that its source should be opened again."""

    day: date | None
    place: str
    kind: str
    why: Message


def review_due(as_of: str | None = None, within: str = "0d", form: str = "text", root: Path = ROOT) -> int:
    """The exit status: 0 and what is due is told, or 1 and why not."""
    root = root.resolve()
    return exit_status(root, lambda: show(as_of, within, form, root))


def show(as_of: str | None, within: str, form: str, root: Path) -> None:
    if form not in FORMATS:
        raise Stop(Message("--format {form}: no such format; {instead}", form=form, instead=instead(form, FORMATS)))
    if not re.fullmatch(r"\d{1,4}d", within):
        raise Stop(Message("--within {span}: no such span; write it in days, like 30d", span=within))
    tree = read_everything(root, Problems(), day(as_of))
    if tree is None:
        raise Stop(Message("the site can't be read; see python3 tasks.py check"))
    site = tree.site
    last = site.day + timedelta(days=int(within[:-1]))
    found = sorted(due(site, last), key=lambda each: (each.day or date.max, each.place))
    if form == "json":
        print(json.dumps(data(found, site), ensure_ascii=False, indent=2))
        return
    for each in found:
        if each.day:
            tell(Message("{day}  {place}: {why}", day=each.day, place=each.place, why=each.why))
    undated = [each for each in found if not each.day]
    if undated:
        tell(Message("The register asks for these, without a day:"))
    for each in undated:
        tell(Message("  {place}: {why}", place=each.place, why=each.why))
    tell(summary(found, site))


def due(site: Site, last: date) -> Iterator[Due]:
    """All that is due by the last day."""
    yield from (each for each in (*texts(site), *drawings(site), *beginnings(site)) if each.day and each.day <= last)
    for law in site["regulation"].values():
        if law.recheck:
            yield Due(None, law.where(("recheck",)), "law", Message("{law}: open its source again", law=law.short))


def texts(site: Site) -> Iterator[Due]:
    for things in site.things.values():
        for thing in things.values():
            for front in thing.fronts.values() if isinstance(thing, Twins) else ():
                yield reviewed(front, "text")


def drawings(site: Site) -> Iterator[Due]:
    """Drawings, tools and self-assessments, which are compared as texts are."""
    for concept, kind in (("diagram", "drawing"), ("tool", "tool"), ("assessment", "self-assessment")):
        for each in site.things.get(concept, {}).values():
            yield reviewed(each, kind)


def reviewed(thing: object, kind: str) -> Due:
    """The last day on which it counts as compared."""
    day = months_after(thing.reviewed, thing.review_every)
    return Due(day, thing.where(("reviewed",)), kind, Message("compared last on {day}", day=thing.reviewed))


def beginnings(site: Site) -> Iterator[Due]:
    """Laws that begin, and those that were to and are not confirmed."""
    for law in site["regulation"].values():
        if law.status == "not_yet_in_force" and law.in_force_from:
            why = Message("{law} is to begin; confirm it, or write the new day", law=law.short)
            if law.state(site.day) == DUE:
                why = Message("{law} was to begin; confirm it, or write the new day", law=law.short)
            yield Due(law.in_force_from, law.where(("in_force_from",)), "law", why)


def summary(found: list[Due], site: Site) -> Message:
    """How much there is, and whose it is: the editors', a role and no person."""
    who = who_of(site, language())
    if not found:
        return Message("As of {day} nothing is due.", day=site.day)
    late = sum(each.day is not None and each.day < site.day for each in found)
    return Message(
        "As of {day}: {count} for {who}, {late} of them overdue.", day=site.day, count=len(found), who=who, late=late
    )


def who_of(site: Site, lang: str) -> str:
    names = site.identity.publisher.root
    return names.get(lang) or next(iter(names.values()))


def data(found: list[Due], site: Site) -> dict[str, object]:
    """In English; `overdue` counts the days."""
    rows = []
    for each in found:
        file, _, line = each.place.rpartition(":")
        rows.append(
            {
                "due": each.day.isoformat() if each.day else None,
                "overdue": max((site.day - each.day).days, 0) if each.day else None,
                "file": file,
                "line": int(line),
                "kind": each.kind,
                "why": each.why,
                "who": who_of(site, "en"),
            }
        )
    return {"day": site.day.isoformat(), "due": rows}
