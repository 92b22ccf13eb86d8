"""The directory of help: `content/help.yaml`, who helps small businesses with what; a page a language."""

from collections.abc import Mapping

from plugins.help.model import FILE, PAGE, Help, read
from plugins.help.pages import pages
from plugins.help.rules import RULES
from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Target


def targets(found: Mapping[str, Help]) -> Mapping[str, Target]:
    return {f"content/{FILE}": Target(PAGE, frozenset(each.anchors)) for each in found.values()}


def help(_: object) -> Concept:
    return Concept(name="help", places=(FILE,), read=read, rules=RULES, pages=pages, targets=targets)


def register() -> None:
    concepts.connect(help)
