"""A page a checklist, and a list of them."""

from collections.abc import Iterator

from plugins.checklist.model import ChecklistFront
from plugins.shared.site import Page, Preview, Site


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
                    "guides": tuple(other for concept, other in shown.get(key, ()) if concept == "guide"),
                },
                uses=frozenset({"checklist"}),
                trail=(("checklists", "checklists"),),
                topic=front.topic,
                alphabetical=True,
                meaning={"@type": "LearningResource"},
            )


def base(site: Site, lang: str) -> str:
    return f"{lang}/{site.words[lang].address('checklists')}/"


def address(site: Site, lang: str, front: ChecklistFront) -> str:
    return f"{base(site, lang)}{front.slug}/"
