"""The projector and the collector of each language, and what a trainer prints for each course."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from plugins.shared.seed import FORMS
from plugins.shared.site import Page, Preview, Site
from plugins.trainer.agenda import agenda


def pages(site: Site) -> Iterator[Page]:
    for lang in site.languages:
        if site["guide"]:
            yield projector(site, lang)
        if site["exam"]:
            yield collector(site, lang)
        for key, course in site["course"].items():
            yield pack(site, lang, key, course)


def projector(site: Site, lang: str) -> Page:
    words = site.words[lang]
    return Page(
        kind="projector",
        key="projector",
        lang=lang,
        address=f"{lang}/{words.address('projector')}/",
        title=words.gettext("Projector"),
        summary=words.gettext("A guide on the wall of a classroom: one section a screen, in large letters."),
        uses=frozenset({"projector"}),
        alphabetical=True,
        preview=Preview("presentation"),
    )


def collector(site: Site, lang: str) -> Page:
    words = site.words[lang]
    return Page(
        kind="collector",
        key="collector",
        lang=lang,
        address=f"{lang}/{words.address('collector')}/",
        title=words.gettext("Results of a class"),
        summary=words.gettext("Add up the result codes that learners send you, to a table that stays on your device."),
        shows={"exams": site["exam"]},
        uses=frozenset({"collector", "download", "learning.day", "quiz.record", "quiz.seed", "receipt.code"}),
        alphabetical=True,
        preview=Preview("presentation"),
    )


def pack(site: Site, lang: str, key: str, course: Any) -> Page:
    words = site.words[lang]
    exam = site["exam"].get(course.exam)
    forms = {seed: [each.question for each in exam.drawn(site, seed)] for seed in FORMS} if exam else {}
    return Page(
        kind="trainer",
        key=key,
        lang=lang,
        address=f"{lang}/{words.address('courses')}/{course.slug[lang]}/{words.address('trainer')}/",
        origin=course,
        title=words.gettext("For trainers: %(title)s") % {"title": course.title[lang]},
        summary=words.gettext("Agenda, handouts, attendance sheet and tests, to be printed for a class."),
        shows={"course": course, "exam": exam, "forms": forms, "agenda": partial(agenda, course, site)},
        trail=(("courses", "courses"), ("course", key)),
        indexed=False,
        topic=course.topic if course.topic in site["topic"] else "",
    )
