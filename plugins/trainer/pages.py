"""The projector of each language."""

from collections.abc import Iterator

from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    if not site["guide"]:
        return
    for lang in site.languages:
        words = site.words[lang]
        yield Page(
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
