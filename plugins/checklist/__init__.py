"""Checklists: `content/checklists/<checklist>/`, a page each; `::checklist[nib]` in a guide."""

from collections.abc import Iterator, Mapping

from plugins.shared.concept import Concept, concepts
from plugins.shared.model import Key, Several
from plugins.shared.parity import rules_of_twins
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Page, Preview, Site
from plugins.shared.twins import Front, Twins, audiences_exist, read_twins


class ChecklistFront(Front):
    topic: Key
    audience: Several[str]


Checklist = Twins[ChecklistFront]


def read(reading: Reading) -> Mapping[str, Checklist]:
    return read_twins(reading, reading.content / "checklists", "<checklist>", ChecklistFront)


def languages_agree(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        yield from rules_of_twins(checklist, site.words)


def has_items(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        documents = checklist.documents.values()
        if any(document.tasks for document in documents) or not all(document.sections for document in documents):
            continue  # where one language lacks them, that is told there
        source = checklist.documents[checklist.source]
        yield source.problem("E151", "the checklist has no item; add '- [ ] … {#key}'", source.body_line)


def topic_exists(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        for front in checklist.fronts.values():
            if not site.expects("topic", front.topic):
                message = f"the topic '{front.topic}' is not in topics.yaml; use one of {', '.join(site['topic'])}"
                yield front.problem(("topic",), "E135", message)


def audience_exists(site: Site) -> Iterator[Problem]:
    for checklist in site["checklist"].values():
        yield from audiences_exist(checklist, site.identity.audiences)


def pages(site: Site) -> Iterator[Page]:
    if not site["checklist"]:
        return
    shown = site.embedded("checklist")
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('checklists')}/"
        yield Page(
            kind="checklists",
            key="checklists",
            lang=lang,
            address=base,
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
                address=f"{base}{front.slug}/",
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


def checklist(_: object) -> Concept:
    rules = (languages_agree, has_items, topic_exists, audience_exists)
    return Concept(name="checklist", places=("checklists",), read=read, rules=rules, pages=pages, embeds=True)


def register() -> None:
    concepts.connect(checklist)
