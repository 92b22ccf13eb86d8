"""What changed in the rules: the days of the register, as a page and as a feed."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from plugins.regulation.model import HOLDS, WEAK, Regulation
from plugins.shared.model import Text
from plugins.shared.site import News, Site
from plugins.shared.words import Words


class Changed(NamedTuple):
    """What happened to a regulation on a day; without a text of its own it began."""

    day: date
    key: str
    regulation: Regulation
    what: Text | None
    weak: bool

    @property
    def anchor(self) -> str:
        return f"{self.key}-{self.day}"


def changes(site: Site) -> list[Changed]:
    """All that has happened, newest first. What is to come has not, whatever the day, until an editor says so."""
    found = []
    for key, law in site["regulation"].items():
        if law.in_force_from and law.in_force_from <= site.day and law.status in HOLDS:
            found.append(Changed(law.in_force_from, key, law, None, law.weak))
        found += [Changed(each.day, key, law, each.what, law.recheck or each.evidence in WEAK) for each in law.history]
    return sorted(found, key=lambda each: (each.day, each.key), reverse=True)


def awaited(site: Site, state: str) -> list[tuple[str, Regulation]]:
    """What is in that state of not being in force yet, by its day; what has none stands last."""
    found = [item for item in site["regulation"].items() if item[1].state(site.day) == state]
    return sorted(found, key=lambda item: (item[1].in_force_from or date.max, item[0]))


def address(base: str, words: Words) -> str:
    """Where the page stands, below the register."""
    return f"{base}{words.address('changes')}/"


def news(site: Site, lang: str, base: str) -> Iterator[News]:
    """The same for the feed: a law that began is known by its page, what else happened by its place on the page."""
    words = site.words[lang]
    for each in changes(site):
        mark = f" ({words.gettext('check the official text')})" if each.weak else ""
        law = each.regulation
        if each.what is None:
            title, where = words.gettext("In force: %(law)s") % {"law": law.short}, f"{base}{each.key}/"
            yield News(title, where, law.about[lang] + mark, each.day)
        else:
            yield News(law.short, f"{address(base, words)}#{each.anchor}", each.what[lang] + mark, each.day)
