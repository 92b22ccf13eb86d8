"""What data names in the hub is there: a topic, a guide, a section of one."""

from collections.abc import Iterator

from plugins.shared.message import Message
from plugins.shared.model import Model
from plugins.shared.problem import Problem, instead, one_of
from plugins.shared.site import Site
from plugins.shared.yaml import Loc


def topic_exists(thing: Model, loc: Loc, topic: str, site: Site) -> Iterator[Problem]:
    if not site.expects("topic", topic):
        hint = one_of(site["topic"])
        message = Message("the topic '{topic}' is not in topics.yaml; {hint}", topic=topic, hint=hint)
        yield thing.problem(loc, "E135", message)


def section_exists(thing: Model, loc: Loc, cite: str, site: Site, code: str) -> Iterator[Problem]:
    """`cite` is `topic/guide#section`."""
    key, _, section = cite.partition("#")
    guide = site["guide"].get(key)
    if guide is None:
        if not site.expects("guide", key):
            message = Message("there is no guide '{key}'; {instead}", key=key, instead=instead(key, site["guide"]))
            yield thing.problem(loc, code, message)
    elif section not in {each.key for document in guide.documents.values() for each in document.headings}:
        hint = guide.documents[guide.source].other_than(section)
        message = Message("the guide '{key}' has no section '{section}'; {hint}", key=key, section=section, hint=hint)
        yield thing.problem(loc, code, message)
