"""Guides: `content/guides/<topic>/<guide>/`, one file a language, one page each."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Literal, get_args

from plugins.shared.concept import Concept, concepts
from plugins.shared.document import Document
from plugins.shared.lessons import LESSONS
from plugins.shared.message import Message
from plugins.shared.model import Several
from plugins.shared.parity import rules_of_twins
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.site import Page, Preview, Site
from plugins.shared.twins import Front, Twins, audiences_exist, read_twins

WORDS_A_MINUTE = 180  # an unhurried reader on a phone
Level = Literal["basic", "intermediate", "advanced"]


class GuideFront(Front):
    level: Level
    audience: Several[str]


Guide = Twins[GuideFront]


def read(reading: Reading) -> Mapping[str, Guide]:
    """In the order in which one reads them: within a topic the basic ones first."""
    found = read_twins(reading, reading.content / "guides", "<topic>/<guide>", GuideFront)
    return dict(sorted(found.items(), key=reading_order))


def reading_order(item: tuple[str, Guide]) -> tuple[str, int, str]:
    key, guide = item
    return topic_of(key), get_args(Level).index(guide.fronts[guide.source].level), key


def languages_agree(site: Site) -> Iterator[Problem]:
    for guide in site["guide"].values():
        yield from rules_of_twins(guide, site.words)


def topic_exists(site: Site) -> Iterator[Problem]:
    for key, guide in site["guide"].items():
        topic = topic_of(key)
        if not site.expects("topic", topic):
            known = ", ".join(site["topic"])
            document = next(iter(guide.documents.values()))
            message = Message(
                "the topic '{topic}' is not in topics.yaml; move the guide to one of {known}", topic=topic, known=known
            )
            yield document.problem("E135", message)


def audience_exists(site: Site) -> Iterator[Problem]:
    for guide in site["guide"].values():
        yield from audiences_exist(guide, site.identity.audiences)


def review_is_due(site: Site) -> Iterator[Problem]:
    for guide in site["guide"].values():
        for lang, front in guide.fronts.items():
            if guide.overdue(lang, site.day):
                message = Message(
                    "compared last on {reviewed}; compare it with its sources, then set 'reviewed'",
                    reviewed=front.reviewed,
                )
                yield front.problem(("reviewed",), "W202", message)


def pages(site: Site) -> Iterator[Page]:
    order = [key for topic in site["topic"].values() for key in topic.ordered(site["guide"])]
    follows = {one: other for one, other in pairwise(order) if topic_of(one) == topic_of(other)}
    leads = {other: one for one, other in follows.items()}
    for key, guide in site["guide"].items():
        topic = site["topic"].get(topic_of(key))
        for lang, front in guide.fronts.items():
            document = guide.documents[lang]
            yield Page(
                kind="guide",
                key=key,
                lang=lang,
                address=address(site, key, lang),
                written=(front, ("slug",)),
                origin=document,
                sought=True,
                title=front.title,
                summary=front.summary,
                shows={
                    "guide": guide,
                    "front": front,
                    "document": document,
                    "lagging": guide.lagging(lang),
                    "overdue": guide.overdue(lang, site.day),
                    "before": leads.get(key),
                    "after": follows.get(key),
                },
                minutes=max(1, round(document.words / WORDS_A_MINUTE)),
                uses=needs(document, site) | {"share"},
                trail=(("topic", topic.key),) if topic else (),
                topic=topic.key if topic else "",
                alphabetical=True,
                meaning={"@type": "LearningResource", "educationalLevel": front.level},
                published=front.published,
                reviewed=front.reviewed,
                packed=f"{LESSONS}/{key.replace('/', '-')}.html",
                packs=packs(document, key, site),
                preview=Preview(topic.icon, topic.title[lang], topic.colour.light) if topic else None,
            )


def address(site: Site, key: str, lang: str) -> str:
    """`id/pse/apa-itu-pse/`: the topic's slug and the guide's own."""
    topic = topic_of(key)
    found = site["topic"].get(topic)
    return f"{lang}/{found.slug[lang] if found else topic}/{site['guide'][key].fronts[lang].slug}/"


def topic_of(key: str) -> str:
    return key.partition("/")[0]


def needs(document: Document, site: Site) -> frozenset[str]:
    """The components that a text calls: what it embeds, with what that uses; the checklist's for its own tasks."""
    found = {"checklist"} if document.tasks else set()
    for each in document.embeds():
        thing = site.things.get(each.words, {}).get(each.target)
        found |= {each.words} | getattr(thing, "uses", frozenset())
    return frozenset(found)


def packs(document: Document, key: str, site: Site) -> tuple[tuple[str, str], ...]:
    """What goes along with a guide: its quiz, and the sheets that its text leads to."""
    quiz = [("quiz", key)] if key in site.things.get("quiz", {}) else []
    sheets = [(each.words, each.target) for each in document.embeds() if each.words == "worksheet"]
    return (*quiz, *sheets)


def guide(_: object) -> Concept:
    rules = (languages_agree, topic_exists, audience_exists, review_is_due)
    return Concept(name="guide", places=("guides",), read=read, rules=rules, pages=pages)


def register() -> None:
    concepts.connect(guide)
