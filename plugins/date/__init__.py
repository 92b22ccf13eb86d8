"""The dates of the law: `content/dates.yaml`, a page and a calendar file a language."""

from collections.abc import Mapping

from plugins.date.model import FILE, PAGE, Date, read
from plugins.date.pages import files, pages
from plugins.date.rules import RULES
from plugins.shared.concept import Concept, concepts
from plugins.shared.site import Target


def targets(dates: Mapping[str, Date]) -> Mapping[str, Target]:
    return {f"content/{FILE}": Target(PAGE, frozenset(dates))} if dates else {}


def date(_: object) -> Concept:
    return Concept(
        name="date",
        places=(FILE,),
        read=read,
        rules=RULES,
        pages=pages,
        files=files,
        targets=targets,
    )


def register() -> None:
    concepts.connect(date)
