"""Standing pages, such as the one about this site: `content/pages/<page>/`, one file a language."""

from collections.abc import Iterator, Mapping

from plugins.shared.concept import Concept, concepts
from plugins.shared.parity import rules_of_twins
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Page, Site
from plugins.shared.twins import Front, Twins, read_twins


def read(reading: Reading) -> Mapping[str, Twins[Front]]:
    return read_twins(reading, reading.content / "pages", "<page>", Front)


def languages_agree(site: Site) -> Iterator[Problem]:
    for page in site["page"].values():
        yield from rules_of_twins(page, site.words)


def pages(site: Site) -> Iterator[Page]:
    for key, page in site["page"].items():
        for lang, front in page.fronts.items():
            yield Page(
                kind="page",
                key=key,
                lang=lang,
                address=f"{lang}/{front.slug}/",
                written=(front, ("slug",)),
                origin=page.documents[lang],
                sought=True,
                title=front.title,
                summary=front.summary,
                shows={"front": front, "document": page.documents[lang], "lagging": page.lagging(lang)},
                alphabetical=True,
            )


def page(_: object) -> Concept:
    return Concept(name="page", places=("pages",), read=read, rules=(languages_agree,), pages=pages)


def register() -> None:
    concepts.connect(page)
