"""A page a worksheet, the sheets as they print; and a list of them."""

from collections.abc import Iterator

from plugins.shared.site import Page, Preview, Site

ICON = "pencil-line"


def pages(site: Site) -> Iterator[Page]:
    if not site["worksheet"]:
        return
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('worksheets')}/"
        yield Page(
            kind="worksheets",
            key="worksheets",
            lang=lang,
            address=base,
            title=words.gettext("Worksheets"),
            summary=words.gettext("Sheets to print and fill in by hand, each with a worked example."),
            alphabetical=True,
            preview=Preview(ICON),
        )
        for key, each in site["worksheet"].items():
            yield Page(
                kind="worksheet",
                key=key,
                lang=lang,
                address=f"{base}{each.slug[lang]}/",
                written=(each, ("slug", lang)),
                origin=each,
                sought=True,
                title=each.title[lang],
                summary=each.summary[lang],
                shows={"worksheet": each},
                uses=frozenset({"worksheet"}),
                trail=(("worksheets", "worksheets"),),
                topic=each.topic if each.topic in site["topic"] else "",
                alphabetical=True,
                meaning={"@type": "LearningResource"},
                along=True,
            )
