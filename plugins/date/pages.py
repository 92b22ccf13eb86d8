"""One page a language, what is to come before what has passed; and the days to come as a calendar file beside it."""

from collections.abc import Iterator, Mapping

from plugins.date.model import DUE, PAGE, PASSED, TO_COME, Date
from plugins.date.rules import doubted
from plugins.shared.calendar import Event, calendar
from plugins.shared.concept import Absolute
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    if not site["date"]:
        return
    for lang in site.languages:
        words = site.words[lang]
        yield Page(
            kind=PAGE.kind,
            key=PAGE.key,
            lang=lang,
            address=address(site, lang),
            sought=True,
            title=words.gettext("Dates to know"),
            summary=words.gettext("When which rule began, what is due and what is to come, each with its source."),
            shows={
                "dates": {state: ordered(site, state) for state in (DUE, TO_COME, PASSED)},
                "doubted": {key for key, each in site["date"].items() if doubted(each, site)},
                "calendar": name(site, lang) if ahead(site) else "",
            },
            alphabetical=True,
            preview=Preview("calendar-days"),
        )


def files(site: Site, absolute: Absolute) -> Mapping[str, bytes]:
    """The calendar of what is to come; none where nothing is."""
    found = {}
    for lang in site.languages if ahead(site) else ():
        beside = address(site, lang)
        events = [event(each, lang, site, absolute(beside)) for each in ahead(site)]
        found[beside + name(site, lang)] = calendar(events, "dates", lang, site.day)
    return found


def ordered(site: Site, state: str) -> list[Date]:
    """Those in that state: what is to come next first, what was, the newest first."""
    laws = site["regulation"]
    known = [each for each in site["date"].values() if each.regulation in laws]
    found = [each for each in known if each.state(site.day, laws[each.regulation]) == state]
    return sorted(found, key=lambda each: (each.day, each.key), reverse=state != TO_COME)


def ahead(site: Site) -> list[Date]:
    return ordered(site, TO_COME)


def event(each: Date, lang: str, site: Site, page: str) -> Event:
    words, law = site.words[lang], site["regulation"][each.regulation]
    mark = f" ({words.gettext('check the official text')})" if doubted(each, site) else ""
    return Event(f"date/{each.key}", each.day, "", each.what[lang] + mark, law.short, f"{page}#{each.key}")


def address(site: Site, lang: str) -> str:
    return f"{lang}/{site.words[lang].address('dates')}/"


def name(site: Site, lang: str) -> str:
    """Of the calendar file: what its reader finds among the downloads."""
    return f"{site.words[lang].address('dates')}.ics"
