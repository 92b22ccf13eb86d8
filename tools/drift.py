"""What each translation lacks against its source, section by section; `--accept` records what a translator has read."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from plugins.shared.codes import UNFINISHED
from plugins.shared.document import Document
from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problems
from plugins.shared.telling import tell, translation
from plugins.shared.twins import Front, Twins
from tools.tree import read_texts

BEHIND = Message("{file}: '{section}' is behind; {command}")
NOT_ACCEPTED = Message("{file}: '{section}' is not accepted yet; {command}")
MISSING = Message("{file}: '{section}' is missing; {command}")
FOLLOWS = Message("{file}: follows {source}")
FOLLOWS_IN = Message("{file}: follows {source} in '{section}'")
ROOT = Path(__file__).parent.parent


def drift(accept: Iterable[str] = (), root: Path = ROOT) -> int:
    """Print what lags, or accept `KEY` or `KEY#section` as translated. 0 when done, 2 where a key is unknown.

    Errors of the tree are told, and 2 as well: a text that can't be read may lag unseen.
    """
    problems = Problems(UNFINISHED)
    texts = read_texts(root, problems)
    translate = translation()
    for each in problems.errors:
        print(each.told(translate), file=sys.stderr)
    if accept:
        return max([accepted(texts, each, root) for each in accept])
    lines = [line for key, twins in texts for line in report(key, twins)]
    if lines or not problems.errors:
        tell(Listed("\n", lines) if lines else Message("Every translation follows its source."))
    return 2 if problems.errors else 0


def report(key: str, twins: Twins[Front]) -> Iterator[Message]:
    """A line for each section that is missing or behind, with the command that accepts it."""
    for lang, document in twins.documents.items():
        if lang == twins.source:
            continue
        follows = twins.fronts[lang].follows or {}
        for section in twins.documents[twins.source].sections:
            if follows.get(section.key) == section.hash:
                continue
            state = BEHIND if section.key in follows else NOT_ACCEPTED
            if document.section(section.key) is None:
                state = MISSING
            command = f"python3 tasks.py drift --accept {key}#{section.key}"
            yield state.filled(file=document.name, section=section.key, command=command)


def accepted(texts: list[tuple[str, Twins[Front]]], wanted: str, root: Path) -> int:
    """Record `KEY` or `KEY#section` in every translation of it; the exit status."""
    key, _, section = wanted.partition("#")
    found = [twins for name, twins in texts if name == key]
    if not found:
        known = Listed(", ", (name for name, _ in texts))
        tell(Message("drift: there is no text '{key}'; there are {known}", key=key, known=known), sys.stderr)
        return 2
    for twins in found:
        source = twins.documents[twins.source]
        if section and source.section(section) is None:
            keys = Listed(", ", (each.key for each in source.sections))
            message = Message(
                "drift: '{key}' has no section '{section}'; it has {keys}", key=key, section=section, keys=keys
            )
            tell(message, sys.stderr)
            return 2
        for lang, document in twins.documents.items():
            if document is not source:
                record(document, followed(twins, lang, source, section), root)
                follows = FOLLOWS_IN if section else FOLLOWS
                tell(follows.filled(file=document.name, source=source.name, section=section))
    return 0


def followed(twins: Twins[Front], lang: str, source: Document, section: str) -> dict[str, str]:
    """What the translation follows once this section (or every one) is accepted, in the order of the source."""
    before = twins.fronts[lang].follows or {}
    now = {each.key: each.hash for each in source.sections if not section or each.key == section}
    return {each.key: (before | now)[each.key] for each in source.sections if each.key in before | now}


def record(document: Document, follows: dict[str, str], root: Path) -> None:
    """Write `follows` into the front matter; every other line stays as it is."""
    path = root / document.name
    lines = path.read_text("utf-8-sig").split("\n")
    body = document.body_line - 2  # the line that ends the front matter
    kept, inside = [], False
    for line in lines[1:body]:
        inside = line.startswith("follows:") or (inside and line.startswith((" ", "\t")))
        if not inside:
            kept.append(line)
    block = ["follows:", *(f"  {key}: {value}" for key, value in follows.items())]
    path.write_text("\n".join(["---", *kept, *block, *lines[body:]]), "utf-8", newline="\n")
