"""What can be wrong with a self-assessment."""

from collections.abc import Iterator

from plugins.assessment.model import Assessment
from plugins.shared.evidence import rests_on_facts
from plugins.shared.exists import section_exists, topic_exists
from plugins.shared.message import Message
from plugins.shared.model import repeated
from plugins.shared.problem import Problem
from plugins.shared.review import review_is_in_time
from plugins.shared.site import Site

LEAST_AREAS = 3  # fewer are no shape to look at
MOST_WEEKS = 104


def keys_differ(assessment: Assessment) -> Iterator[Problem]:
    """A device remembers an answer under the key of its statement, whatever area that stands in."""
    areas = [("areas", at) for at in range(len(assessment.areas))]
    statements = list(assessment.statements())
    for locs, keys in (
        (areas, [each.key for each in assessment.areas]),
        ([loc for loc, _ in statements], [each.key for _, each in statements]),
    ):
        for at, key in repeated(keys):
            message = Message("the key '{key}' stands twice; change one", key=key)
            yield assessment.problem((*locs[at], "key"), "E161", message)


def there_is_enough_to_say(assessment: Assessment) -> Iterator[Problem]:
    if len(assessment.areas) < LEAST_AREAS:
        count = len(assessment.areas)
        message = Message("{count} areas make no picture; write {least} or more", count=count, least=LEAST_AREAS)
        yield assessment.problem(("areas",), "E209", message)
    for at, area in enumerate(assessment.areas):
        if not area.statements:
            message = Message("this area has no statement; add one, or remove it")
            yield assessment.problem(("areas", at, "statements"), "E209", message)
    for loc, statement in assessment.statements():
        if not 1 <= statement.weeks <= MOST_WEEKS:
            message = Message("write how many weeks it takes, from 1 to {most}", most=MOST_WEEKS)
            yield assessment.problem((*loc, "weeks"), "E209", message)
        if statement.sources and not statement.facts:
            message = Message("this names a law and no fact; add 'facts' with the codes in facts.yaml")
            yield assessment.problem((*loc, "sources"), "E206", message)


OF_THE_FILE = (keys_differ, there_is_enough_to_say)


def statements_rest_on_facts(site: Site) -> Iterator[Problem]:
    for assessment in site["assessment"].values():
        for loc, statement in assessment.statements():
            yield from rests_on_facts(assessment, loc, statement.facts, statement.sources, site, "E206")


def things_exist(site: Site) -> Iterator[Problem]:
    for assessment in site["assessment"].values():
        yield from topic_exists(assessment, ("topic",), assessment.topic, site)
        for at, area in enumerate(assessment.areas):
            if area.cite:
                yield from section_exists(assessment, ("areas", at, "cite"), area.cite, site, "E208")


def reviews_are_in_time(site: Site) -> Iterator[Problem]:
    for assessment in site["assessment"].values():
        yield from review_is_in_time(assessment, site.day)


OF_THE_SITE = (statements_rest_on_facts, things_exist, reviews_are_in_time)
