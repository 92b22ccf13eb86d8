"""What can be wrong with a diagram beside the rest of the site."""

from collections.abc import Iterator

from plugins.diagram.evidence import (
    cites_what_holds,
    facts_and_sources_agree,
    figures_stand_in_the_facts,
    rests_on_facts,
)
from plugins.diagram.timeline import Timeline
from plugins.shared.exists import topic_exists
from plugins.shared.kinds import called
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead
from plugins.shared.review import review_is_in_time
from plugins.shared.site import Site
from plugins.shared.twins import LENGTHS

HOSTS = ("guide", "page")  # the kinds of text whose pages load the style of a diagram


def events_are_in_order(site: Site) -> Iterator[Problem]:
    for diagram in site["diagram"].values():
        last = None
        for at, event in enumerate(diagram.events if isinstance(diagram, Timeline) else ()):
            day = event.day
            if day is None and event.law in site["regulation"]:
                day = site["regulation"][event.law].in_force_from
                if day is None:
                    message = Message(
                        "the register has no day on which '{law}' begins; add 'day' and its fact", law=event.law
                    )
                    yield diagram.problem(("events", at, "law"), "E184", message)
            if day and last and day < last:
                message = Message("{day} is before {last}; put the earlier event first", day=day, last=last)
                yield diagram.problem(("events", at), "E184", message)
            last = day or last


def belongs_somewhere(site: Site) -> Iterator[Problem]:
    shown = site.embedded("diagram")
    for key, diagram in site["diagram"].items():
        yield from topic_exists(diagram, ("topic",), diagram.topic, site)
        if diagram.guide and not site.expects("guide", diagram.guide):
            hint = instead(diagram.guide, site["guide"], Message("remove this line"))
            message = Message("there is no guide '{key}'; {hint}", key=diagram.guide, hint=hint)
            yield diagram.problem(("guide",), "E189", message)
        yield from _shown_where_it_is_styled(key, shown.get(key, ()), site)


def _shown_where_it_is_styled(key: str, texts: tuple[tuple[str, str], ...], site: Site) -> Iterator[Problem]:
    for concept, text in texts:
        for edition in site.editions.values() if concept not in HOSTS else ():
            for each in edition.document.embeds() if (edition.concept, edition.key) == (concept, text) else ():
                if (each.words, each.target) == ("diagram", key):
                    message = Message(
                        "a {kind} can't show a diagram; put it into a guide, or link to its page", kind=called(concept)
                    )
                    yield edition.document.problem("E189", message, each.line, each.column)


def reviews_are_in_time(site: Site) -> Iterator[Problem]:
    for diagram in site["diagram"].values():
        yield from review_is_in_time(diagram, site.day)


def is_said_in_few_words(site: Site) -> Iterator[Problem]:
    """The message is the summary of the page."""
    for diagram in site["diagram"].values():
        for key, limit in (("title", LENGTHS["title"]), ("message", LENGTHS["summary"])):
            for lang, text in getattr(diagram, key).root.items():
                if len(text) > limit:
                    message = Message(
                        "{count} letters; say it in {limit}, else search engines cut it off",
                        count=len(text),
                        limit=limit,
                    )
                    yield diagram.problem((key, lang), "W206", message)


RULES = (
    rests_on_facts,
    cites_what_holds,
    facts_and_sources_agree,
    figures_stand_in_the_facts,
    events_are_in_order,
    belongs_somewhere,
    reviews_are_in_time,
    is_said_in_few_words,
)
