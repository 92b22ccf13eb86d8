"""A page a checklist, with a calendar file beside it, and a list of them."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from plugins.checklist.model import COUNTS_DAYS, Checklist, ChecklistFront
from plugins.shared.calendar import Event, calendar
from plugins.shared.concept import Absolute
from plugins.shared.document import Document
from plugins.shared.markdown import plain
from plugins.shared.site import Page, Preview, Site

LEFT = re.compile(r"[\s;]+(?=[.,:!?]|$)")  # what a citation leaves behind where it is taken out of a sentence


def pages(site: Site) -> Iterator[Page]:
    if not site["checklist"]:
        return
    shown = site.embedded("checklist")
    for lang in site.languages:
        words = site.words[lang]
        yield Page(
            kind="checklists",
            key="checklists",
            lang=lang,
            address=base(site, lang),
            title=words.gettext("Checklists"),
            summary=words.gettext("Lists to work through; your ticks stay on this device."),
            alphabetical=True,
            preview=Preview("list-checks"),
        )
        for key, checklist in site["checklist"].items():
            front = checklist.fronts.get(lang)
            if front is None:
                continue
            yield Page(
                kind="checklist",
                key=key,
                lang=lang,
                address=address(site, lang, front),
                written=(front, ("slug",)),
                origin=checklist.documents[lang],
                sought=True,
                title=front.title,
                summary=front.summary,
                shows={
                    "checklist": checklist,
                    "front": front,
                    "document": checklist.documents[lang],
                    "lagging": checklist.lagging(lang),
                    "calendar": name(front) if dated(front, site) else "",
                    "guides": tuple(other for concept, other in shown.get(key, ()) if concept == "guide"),
                },
                uses=COUNTS_DAYS | {"checklist", "checklist.tools", "download", "download.calendar"},
                trail=(("checklists", "checklists"),),
                topic=front.topic,
                alphabetical=True,
                meaning={"@type": "LearningResource"},
                along=True,
            )


def files(site: Site, absolute: Absolute) -> Mapping[str, bytes]:
    """The calendar file of each checklist that has dates ahead, in each language: for who runs no script."""
    found = {}
    for key, checklist in site["checklist"].items():
        for lang, front in checklist.fronts.items():
            if dated(front, site):
                beside = address(site, lang, front)
                events = events_of(key, checklist, lang, site, absolute(beside))
                found[beside + name(front)] = calendar(events, "checklist", lang, site.day)
    return found


def base(site: Site, lang: str) -> str:
    return f"{lang}/{site.words[lang].address('checklists')}/"


def address(site: Site, lang: str, front: ChecklistFront) -> str:
    return f"{base(site, lang)}{front.slug}/"


def name(front: ChecklistFront) -> str:
    """Of the calendar file: what its reader finds among the downloads."""
    return f"{front.slug}.ics"


def dated(front: ChecklistFront, site: Site) -> bool:
    return any(due.upcoming(site.day) for due in front.due.values())


def events_of(key: str, checklist: Checklist, lang: str, site: Site, page: str) -> Iterator[Event]:
    """In the order of the list. What counts from a reader's own day is not here: only their browser knows it."""
    document, front = checklist.documents[lang], checklist.fronts[lang]
    labels = labels_of(document)
    for item, line in document.tasks:
        due = front.due.get(item)
        day = due.upcoming(site.day) if due else None
        if due and day:
            *_, section = [""] + [each.key for each in document.headings if each.line <= line]
            there = f"{page}#{section}" if section else page
            words = due.said(site.words[lang])
            yield Event(f"checklist/{key}/{item}", day, due.repeats, labels[item], words, there)


def labels_of(document: Document) -> dict[str, str]:
    """By its key, what each item says, without its citations."""
    return {
        opening.meta["key"]: LEFT.sub("", " ".join(plain(words).split()))
        for opening, words in pairwise(document.tokens)
        if opening.type == "label_open"
    }
