"""Checklists: `content/checklists/<checklist>/`, a page each; `::checklist[nib]` in a guide.

front matter ─ model, due ─▶ which items are due when ─ pages ─▶ in words with each, and in a calendar file
"""

from plugins.checklist.model import read
from plugins.checklist.pages import files, pages
from plugins.checklist.rules import RULES
from plugins.shared.concept import Concept, concepts


def checklist(_: object) -> Concept:
    return Concept(
        name="checklist", places=("checklists",), read=read, rules=RULES, pages=pages, files=files, embeds=True
    )


def register() -> None:
    concepts.connect(checklist)
