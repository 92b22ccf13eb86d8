"""What can be wrong with a worksheet beside the rest of the site."""

from collections.abc import Iterator

from plugins.shared.exists import topic_exists
from plugins.shared.message import Message
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Site


def it_belongs_somewhere(site: Site) -> Iterator[Problem]:
    for each in site["worksheet"].values():
        yield from topic_exists(each, ("topic",), each.topic, site)
        if each.guide and not site.expects("guide", each.guide):
            hint = instead(each.guide, site["guide"], Message("remove this line"))
            message = Message("there is no guide '{key}'; {hint}", key=each.guide, hint=hint)
            yield each.problem(("guide",), "E214", message)


RULES = (it_belongs_somewhere,)
