"""A page a diagram, and a list of them."""

from collections.abc import Iterator
from typing import Any

from plugins.diagram.model import Diagram
from plugins.shared.evidence import WEAK
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    diagrams = site["diagram"]
    if not diagrams:
        return
    shown = site.embedded("diagram")
    order = {topic: at for at, topic in enumerate(site["topic"])}
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('pictures')}/"
        yield Page(
            kind="diagrams",
            key="diagrams",
            lang=lang,
            address=base,
            title=words.gettext("Pictures"),
            summary=words.gettext("Paths, limits and deadlines to look at, drawn from the same facts as the guides."),
            shows={"diagrams": sorted(diagrams, key=lambda key: (order.get(diagrams[key].topic, -1), key))},
            alphabetical=True,
            preview=Preview("route"),
        )
        for key, diagram in diagrams.items():
            guides = [each for concept, each in shown.get(key, ()) if concept == "guide"]
            yield Page(
                kind="diagram",
                key=key,
                lang=lang,
                address=f"{base}{diagram.slug[lang]}/",
                written=(diagram, ("slug", lang)),
                origin=diagram,
                sought=True,
                title=diagram.title[lang],
                summary=diagram.message[lang],
                shows={
                    "diagram": diagram,
                    "cited": cited(diagram, site),
                    "guides": tuple(dict.fromkeys([*guides, *([diagram.guide] if diagram.guide else [])])),
                },
                uses=frozenset({"diagram"}),
                trail=(("diagrams", "diagrams"),),
                topic=diagram.topic if diagram.topic in site["topic"] else "",
                alphabetical=True,
                along=True,
            )


def cited(diagram: Diagram, site: Site) -> list[dict[str, Any]]:
    """The laws that it names as a list of sources: each once, with its articles, marked where a fact in it is weak."""
    facts = [fact for each in site["fact"].values() for fact in each.facts if fact.code in diagram.codes]
    weak = {source.regulation for fact in facts if fact.tag in WEAK for source in fact.sources}
    articles = {source.regulation: source.articles for source in diagram.sources}
    return [
        {
            "key": key,
            "regulation": site["regulation"][key],
            "articles": articles.get(key, ()),
            "doubt": key in weak or site["regulation"][key].weak,
            "history": False,
        }
        for key in dict.fromkeys(key for _, key in diagram.laws())
        if key in site["regulation"]
    ]
