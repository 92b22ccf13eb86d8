"""Self-assessments: `content/assessments/<key>.yaml`, statements that lead to a roadmap; `::assessment[key]`."""

from plugins.assessment.pages import pages
from plugins.assessment.read import read
from plugins.assessment.rules import OF_THE_SITE
from plugins.shared.concept import Concept, concepts


def assessment(_: object) -> Concept:
    return Concept(
        name="assessment",
        places=("assessments",),
        read=read,
        rules=OF_THE_SITE,
        pages=pages,
        embeds=True,
        alone=True,
    )


def register() -> None:
    concepts.connect(assessment)
