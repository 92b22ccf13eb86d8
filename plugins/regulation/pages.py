"""One page a regulation, and the register as a list."""

from collections.abc import Iterator

from plugins.shared.site import Page, Site
from plugins.shared.twins import Twins


def pages(site: Site) -> Iterator[Page]:
    cited_by = citing(site)
    register = site["regulation"]
    if not register:
        return
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('regulations')}/"
        yield Page(
            kind="register",
            key="register",
            lang=lang,
            address=base,
            title=words.gettext("Register of regulations"),
            summary=words.gettext("The regulations that the guides cite: status, what replaced what, key articles."),
            shows={"regulations": sorted(register.items(), key=lambda item: (-item[1].year, item[1].short))},
            alphabetical=True,
        )
        for key, regulation in register.items():
            yield Page(
                kind="regulation",
                key=key,
                lang=lang,
                address=f"{base}{key}/",
                title=regulation.short,
                summary=regulation.about[lang],
                shows={
                    "regulation": regulation,
                    "amended_by": pointing(site, key, "amends"),
                    "replaced_by": pointing(site, key, "replaces"),
                    "implemented_by": pointing(site, key, "implements"),
                    "cited_by": cited_by.get(key, ()),
                },
                trail=(("register", "register"),),
                alphabetical=True,
            )


def pointing(site: Site, key: str, relation: str) -> tuple[str, ...]:
    """The regulations whose `amends`, `replaces` or `implements` names this one, oldest first."""
    found = [other for other, each in site["regulation"].items() if key in getattr(each, relation)]
    return tuple(sorted(found, key=lambda other: (site["regulation"][other].year, other)))


def citing(site: Site) -> dict[str, tuple[tuple[str, str], ...]]:
    """By regulation, the kind and key of every text that cites it."""
    found: dict[str, set[tuple[str, str]]] = {}
    for kind, things in site.things.items():
        for key, thing in things.items():
            if isinstance(thing, Twins):
                for document in thing.documents.values():
                    for reference in document.references:
                        if reference.kind == "cite":
                            found.setdefault(reference.target, set()).add((kind, key))
    return {key: tuple(sorted(texts)) for key, texts in found.items()}
