"""The components of the theme, a page each, in every state: for who makes the site, and never published.

folders of theme/components/ ─ read ─▶ documentation and examples ─ show ─▶ what each makes, on a page and in its test

A page each, because a component is then weighed, scripted and styled as it is on the pages that use it.
"""

from collections.abc import Iterator
from functools import partial

from plugins.component.read import read_components
from plugins.component.show import show
from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Page, Site


def pages(site: Site) -> Iterator[Page]:
    for lang in site.languages if site["component"] else ():
        words = site.words[lang]
        address = f"{lang}/{words.address('components')}/"
        yield Page(
            kind="components",
            key="components",
            lang=lang,
            address=address,
            title=words.gettext("Components"),
            summary=words.gettext(
                "Every part of the pages, in all its states. Nobody sees this on the published site."
            ),
            indexed=False,
        )
        for name, component in site["component"].items():
            yield Page(
                kind="component",
                key=name,
                lang=lang,
                address=f"{address}{name}/",
                title=name,
                summary=words.gettext("The component “{name}” in all its states.").format(name=name),
                shows={"component": component, "show": partial(show, name, site=site)},
                uses=frozenset({name, *component.scripts, *component.shown.scripts}),
                trail=(("components", "components"),),
                indexed=False,
                compiles=True,  # one of them is the search
            )


def component(_: object) -> Concept:
    return Concept(name="component", read=read_components, pages=pages)


def register() -> None:
    concepts.connect(component)
