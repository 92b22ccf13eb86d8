"""What an author wrote, as the pages of this project's site say it: with the figures of the day."""

from datetime import date
from functools import cache

from plugins.shared.insert import Inserts
from plugins.shared.problem import Problems
from tests.site.project import DAY, ROOT
from tools.tree import read_everything


@cache
def inserts() -> Inserts:
    site = read_everything(ROOT, Problems(), DAY).site
    return Inserts({"rate": site["rate"]}, date.fromisoformat(DAY), site.words)


def filled(text: str, lang: str) -> str:
    return inserts().into(text, lang)
