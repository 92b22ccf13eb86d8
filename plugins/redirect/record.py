"""What a device has kept under the old keys of what was renamed, on the pages that read it under the new ones.

The pages say it, so that no other page pays for it: `learning.moved` moves the records where the device's are read.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from plugins.redirect.model import Redirects
from plugins.redirect.way import redirects_of
from plugins.shared.site import Site

SCRIPT = frozenset({"learning.merge", "learning.moved"})
KINDS = ("guide", "checklist", "course", "exam", "assessment")  # of what a device keeps records
RECORDS = {  # the keys of a thing's records, or what they begin with
    "guide": ("lesson/guide", "lesson/quiz", "quiz"),
    "checklist": ("lesson/checklist", "checklist"),
    "course": ("course",),
    "exam": ("exam",),
    "assessment": ("assessment",),
}
Thing = tuple[str, str]  # kind and key
COLLECTOR = "collector", "collector"  # the page where a trainer adds up results


def renames(redirects: Redirects, site: Site) -> Iterator[tuple[str, str, str]]:
    """Kind, old key and today's key of all that was renamed and is still there."""
    for kind in KINDS:
        known = redirects.keys.of(kind)
        for old in known:
            new, steps = old, 0
            while new in known and steps <= len(known):  # a circle is told as a mistake
                new, steps = known[new], steps + 1
            if new in site[kind]:
                yield kind, old, new


def readers(site: Site) -> Iterator[tuple[Thing, Thing]]:
    """A thing, and a page that reads its records."""
    for key in site["guide"]:
        yield ("guide", key), ("guide", key)
        yield ("guide", key), ("quiz", key)
    for key in site["checklist"]:
        yield ("checklist", key), ("checklist", key)
    for key in site["assessment"]:
        yield ("assessment", key), ("assessment", key)
    for concept, kind in (("quiz", "guide"), ("checklist", "checklist")):
        for key, texts in site.embedded(concept).items():
            yield from (((kind, key), text) for text in texts)
    for key, exam in site["exam"].items():
        yield ("exam", key), ("exam", key)
        for pool in exam.pools:  # what is missed in an exam comes back, under the quiz that it was drawn from
            yield from ((("guide", name.partition("#")[0]), ("exam", key)) for name in pool.of)
    for key, course in site["course"].items():
        own = [("course", key), ("certificate", key)]
        lessons = [(lesson.kind, lesson.key) for lesson in course.lessons]
        things = [("course", key), *(("exam", each) for each in [course.exam] if each)]
        things += [("guide" if kind == "quiz" else kind, name) for kind, name in lessons]
        for thing in things:
            yield from ((thing, page) for page in [*own, ("home", "home")])
        yield from ((("course", key), page) for page in lessons)
    for kind in KINDS:
        for key in site[kind]:
            yield from (((kind, key), page) for page in (("learning", "learning"), ("review", "review")))


def moves(site: Site) -> dict[Thing, dict[str, str]]:
    """By page, how the keys of records began, and how they begin now."""
    old: dict[Thing, list[str]] = {}
    for kind, was, now in renames(redirects_of(site), site):
        old.setdefault((kind, now), []).append(was)
    found: dict[Thing, dict[str, str]] = {}
    for (kind, now), page in readers(site) if old else ():
        for was in old.get((kind, now), ()):
            found.setdefault(page, {}).update((f"{each}/{was}", f"{each}/{now}") for each in RECORDS[kind])
    return found


def joins(site: Site) -> Mapping[Thing, frozenset[str]]:
    return dict.fromkeys(moves(site), SCRIPT)


def adds(site: Site) -> Mapping[Thing, Mapping[str, Any]]:
    """As the script reads it: old and new, old and new. Trainers may have codes of exams under their old keys."""
    found: dict[Thing, dict[str, Any]] = {
        page: {"moved": " ".join(map(" ".join, each.items()))} for page, each in moves(site).items()
    }
    exams = {was: now for kind, was, now in renames(redirects_of(site), site) if kind == "exam"}
    return found | {COLLECTOR: {"former": exams}} if exams else found
