"""What can be wrong with a diagram beside the rest of the site."""

from collections.abc import Iterator

from plugins.diagram.evidence import (
    cites_what_holds,
    facts_and_sources_agree,
    figures_stand_in_the_facts,
    rests_on_facts,
)
from plugins.diagram.timeline import Timeline
from plugins.shared.problem import Problem, nearest
from plugins.shared.site import Site
from plugins.shared.twins import LENGTHS, months_after

HOSTS = ("guide", "page")  # the kinds of text whose pages load the style of a diagram


def events_are_in_order(site: Site) -> Iterator[Problem]:
    for diagram in site["diagram"].values():
        last = None
        for at, event in enumerate(diagram.events if isinstance(diagram, Timeline) else ()):
            day = event.day
            if day is None and event.law in site["regulation"]:
                day = site["regulation"][event.law].in_force_from
                if day is None:
                    message = f"the register has no day on which '{event.law}' begins; add 'day' and its fact"
                    yield diagram.problem(("events", at, "law"), "E184", message)
            if day and last and day < last:
                yield diagram.problem(("events", at), "E184", f"{day} is before {last}; put the earlier event first")
            last = day or last


def belongs_somewhere(site: Site) -> Iterator[Problem]:
    shown = site.embedded("diagram")
    for key, diagram in site["diagram"].items():
        if not site.expects("topic", diagram.topic):
            message = f"the topic '{diagram.topic}' is not in topics.yaml; use one of {', '.join(site['topic'])}"
            yield diagram.problem(("topic",), "E135", message)
        if diagram.guide and not site.expects("guide", diagram.guide):
            near = nearest(diagram.guide, site["guide"])
            hint = f"nearest: {near}" if near else "remove this line"
            yield diagram.problem(("guide",), "E189", f"there is no guide '{diagram.guide}'; {hint}")
        yield from _shown_where_it_is_styled(key, shown.get(key, ()), site)


def _shown_where_it_is_styled(key: str, texts: tuple[tuple[str, str], ...], site: Site) -> Iterator[Problem]:
    for concept, text in texts:
        for edition in site.editions.values() if concept not in HOSTS else ():
            for each in edition.document.embeds() if (edition.concept, edition.key) == (concept, text) else ():
                if (each.words, each.target) == ("diagram", key):
                    message = f"a {concept} can't show a diagram; put it into a guide, or link to its page"
                    yield edition.document.problem("E189", message, each.line, each.column)


def dates_are_right(site: Site) -> Iterator[Problem]:
    for diagram in site["diagram"].values():
        if diagram.reviewed > site.day:
            message = f"this day is after {site.day}; write the day on which it was done"
            yield diagram.problem(("reviewed",), "E134", message)
        elif months_after(diagram.reviewed, diagram.review_every) < site.day:
            message = f"compared last on {diagram.reviewed}; compare it with its sources, then set 'reviewed'"
            yield diagram.problem(("reviewed",), "W202", message)


def is_said_in_few_words(site: Site) -> Iterator[Problem]:
    """The message is the summary of the page."""
    for diagram in site["diagram"].values():
        for key, limit in (("title", LENGTHS["title"]), ("message", LENGTHS["summary"])):
            for lang, text in getattr(diagram, key).root.items():
                if len(text) > limit:
                    message = f"{len(text)} letters; say it in {limit}, else search engines cut it off"
                    yield diagram.problem((key, lang), "W206", message)


RULES = (
    rests_on_facts,
    cites_what_holds,
    facts_and_sources_agree,
    figures_stand_in_the_facts,
    events_are_in_order,
    belongs_somewhere,
    dates_are_right,
    is_said_in_few_words,
)
