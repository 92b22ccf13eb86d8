"""The ways in: the language chooser, a home page a language, the A to Z, and the page for a missing address."""

from collections.abc import Iterator
from typing import Any

from plugins.shared.concept import Concept, concepts
from plugins.shared.kinds import called
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Page, Preview, Site

LATEST = 4  # of what has taken effect, on the home page


def pages(site: Site) -> Iterator[Page]:
    identity, first = site.identity, site.languages[0]
    words = site.words[first]
    yield Page(
        kind="chooser",
        key="chooser",
        lang=first,
        address="",
        title=identity.name[first],
        summary=identity.description[first],
        chooses=("home", "home"),
    )
    yield Page(
        kind="missing",
        key="missing",
        lang=first,
        address="404.html",
        title=words.gettext("Page not found"),
        summary=words.gettext("There is no page at this address."),
        indexed=False,
        rooted=True,
    )
    for lang in site.languages:
        words = site.words[lang]
        yield Page(
            kind="home",
            key="home",
            lang=lang,
            address=f"{lang}/",
            origin=identity,
            shows={"changes": changes(site)},
            meaning={"@type": "WebSite"},
            preview=Preview("kawung", note=identity.description[lang]),
            title=identity.tagline[lang],
            summary=identity.description[lang],
        )
        yield Page(
            kind="a-z",
            key="a-z",
            lang=lang,
            address=f"{lang}/{words.address('a-z')}/",
            title=words.gettext("A to Z"),
            summary=words.gettext("Every guide, checklist, regulation and term in one alphabetical list."),
            uses=frozenset({"filter"}),
        )


def changes(site: Site) -> list[tuple[str, Any]]:
    """The regulations that are to come, then the latest that took effect: what a reader may not have heard of yet."""
    dated = [(key, each) for key, each in site.things.get("regulation", {}).items() if each.in_force_from]
    dated.sort(key=lambda item: (item[1].in_force_from, item[0]), reverse=True)
    coming = [item for item in dated if item[1].status == "not_yet_in_force"]
    return coming + [item for item in dated if item not in coming][:LATEST]


def names_what_exists(site: Site) -> Iterator[Problem]:
    identity = site.identity
    named = [(("doors", at, "guide"), "guide", door.guide) for at, door in enumerate(identity.doors)]
    for loc, kind, key in [*named, (("about",), "page", identity.about)]:
        if not site.expects(kind, key):
            hint = instead(key, site.things.get(kind, ()), Message("write it, or name another"))
            message = Message("there is no {kind} '{key}'; {hint}", kind=called(kind), key=key, hint=hint)
            yield identity.problem(loc, "E162", message)


def home(_: object) -> Concept:
    return Concept(name="home", rules=(names_what_exists,), pages=pages)


def register() -> None:
    concepts.connect(home)
