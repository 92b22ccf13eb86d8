"""Worksheets for paper: `content/worksheets/<worksheet>.yaml`, a page each; `::worksheet[key]` in a guide."""

from collections.abc import Mapping

from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Goal, Target
from plugins.worksheet.model import Worksheet, read
from plugins.worksheet.pages import pages
from plugins.worksheet.rules import RULES


def targets(found: Mapping[str, Worksheet]) -> Mapping[str, Target]:
    return {f"content/worksheets/{key}.yaml": Target(Goal("worksheet", key)) for key in found}


def worksheet(_: object) -> Concept:
    return Concept(
        name="worksheet",
        places=("worksheets",),
        read=read,
        rules=RULES,
        pages=pages,
        targets=targets,
        embeds=True,
        alone=True,
    )


def register() -> None:
    concepts.connect(worksheet)
