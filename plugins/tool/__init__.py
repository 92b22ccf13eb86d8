"""Tools: `content/tools/<tool>.yaml`, questions that lead to an answer for one's own case; `::tool[key]` in a guide."""

from plugins.shared.concept import Concept, concepts
from plugins.tool.pages import pages
from plugins.tool.read import read
from plugins.tool.rules import OF_THE_SITE


def tool(_: object) -> Concept:
    return Concept(name="tool", places=("tools",), read=read, rules=OF_THE_SITE, pages=pages, embeds=True, alone=True)


def register() -> None:
    concepts.connect(tool)
