"""The attacks that every field has to bear: published lists, and what is aimed at our own ways of writing."""

import json
from functools import cache
from pathlib import Path

from yaml.reader import Reader

from plugins.shared.source import UNSEEN

LIST = Path(__file__).with_name("attacks.json")
TEXTS = ("html", "markdown", "url")


@cache
def attacks(*kinds: str) -> tuple[str, ...]:
    """Those of the kinds, in the order of the list."""
    groups = json.loads(LIST.read_text("utf-8"))
    return tuple(each for group in groups if group["kind"] in kinds for each in group["attacks"])


def unseen(attack: str) -> bool:
    """True where it has a letter that is refused wherever it stands, so that no page can show it."""
    return any(pattern.search(attack) for pattern in (UNSEEN[0], Reader.NON_PRINTABLE))
