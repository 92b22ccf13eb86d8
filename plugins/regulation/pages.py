"""One page a regulation, the register as a list, and what changed in it."""

from collections.abc import Iterator, Mapping

from plugins.regulation.changes import address, awaited, changes, news
from plugins.regulation.model import Regulation
from plugins.shared.site import Page, Preview, Site


def pages(site: Site) -> Iterator[Page]:
    register = site["regulation"]
    if not register:
        return
    cited_by = citing(site)
    topics = {key: topics_of(site, cited_by.get(key, ())) for key in register}
    named = {topic for found in topics.values() for topic in found}
    amended_by, replaced_by, implemented_by = (reverse(register, each) for each in ("amends", "replaces", "implements"))
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
            shows={
                "regulations": sorted(register.items(), key=lambda item: (-item[1].year, item[1].short)),
                "topics": [(key, topic.title[lang]) for key, topic in site["topic"].items() if key in named],
                "topics_of": topics,
                "states": {key: each.state(site.day) for key, each in register.items()},
            },
            news=tuple(news(site, lang, base)),
            uses=frozenset({"filter"}),
            alphabetical=True,
            preview=Preview("scale"),
        )
        yield Page(
            kind="changes",
            key="changes",
            lang=lang,
            address=address(base, words),
            sought=True,
            title=words.gettext("What changed in the rules"),
            summary=words.gettext("The rules by their dates: what is to come, and what has changed, newest first."),
            shows={
                "awaited": {state: awaited(site, state) for state in ("due", "not_yet_in_force")},
                "changes": changes(site),
                "guides": {key: guides_of(cited_by.get(key, ())) for key in register},
            },
            trail=(("register", "register"),),
            alphabetical=True,
            preview=Preview("calendar-days"),
        )
        for key, regulation in register.items():
            yield Page(
                kind="regulation",
                key=key,
                lang=lang,
                address=f"{base}{key}/",
                origin=regulation,
                sought=True,
                title=regulation.short,
                summary=regulation.about[lang],
                shows={
                    "regulation": regulation,
                    "amended_by": amended_by.get(key, ()),
                    "replaced_by": replaced_by.get(key, ()),
                    "implemented_by": implemented_by.get(key, ()),
                    "cited_by": cited_by.get(key, ()),
                },
                trail=(("register", "register"),),
                alphabetical=True,
            )


def reverse(register: Mapping[str, Regulation], relation: str) -> dict[str, tuple[str, ...]]:
    """By regulation, those whose `amends`, `replaces` or `implements` names it, oldest first."""
    found: dict[str, list[str]] = {}
    for key, regulation in sorted(register.items(), key=lambda item: (item[1].year, item[0])):
        for other in dict.fromkeys(getattr(regulation, relation)):  # each once, should a file name it twice
            found.setdefault(other, []).append(key)
    return {other: tuple(keys) for other, keys in found.items()}


def citing(site: Site) -> dict[str, tuple[tuple[str, str], ...]]:
    """By regulation, the concept and key of every text that cites it."""
    found: dict[str, set[tuple[str, str]]] = {}
    for edition in site.editions.values():
        for reference in edition.document.references:
            if reference.kind == "cite":
                found.setdefault(reference.target, set()).add((edition.concept, edition.key))
    return {key: tuple(sorted(texts)) for key, texts in found.items()}


def topics_of(site: Site, texts: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """The topics of texts, in the site's order: a text names its topic, or its key begins with it."""
    found = set()
    for concept, key in texts:
        front = next(iter(site[concept][key].fronts.values()))
        found.add(getattr(front, "topic", key.partition("/")[0]))
    return tuple(topic for topic in site["topic"] if topic in found)


def guides_of(texts: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(key for concept, key in texts if concept == "guide")
