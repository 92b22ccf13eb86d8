"""The projector and the collector of each language."""

from collections.abc import Iterator

from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    for lang in site.languages:
        if site["guide"]:
            yield projector(site, lang)
        if site["exam"]:
            yield collector(site, lang)


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
        uses=frozenset({"collector", "download", "quiz.record", "quiz.seed", "receipt.code"}),
        alphabetical=True,
        preview=Preview("presentation"),
    )
