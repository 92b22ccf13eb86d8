"""The record of what a translator has read: `follows` in the front matter of the translation."""

from collections.abc import Collection, Iterator
from pathlib import Path

from plugins.shared.document import Document
from plugins.shared.twins import Front, Twins
from tools.whole import write_whole


def record(twins: Twins[Front], sections: Collection[str], root: Path) -> Iterator[tuple[Document, list[str]]]:
    """Record these sections, or all of them where one is called "", in every translation; which they are in each."""
    source = twins.documents[twins.source]
    now = {each.key: each.hash for each in source.sections if "" in sections or each.key in sections}
    for lang, document in twins.documents.items():
        if document is not source:
            both = (twins.fronts[lang].follows or {}) | now
            write(document, {each.key: both[each.key] for each in source.sections if each.key in both}, root)
            yield document, list(now)


def write(document: Document, follows: dict[str, str], root: Path) -> None:
    """Write `follows` into the front matter; every other line stays as it is, and so do the ends of lines."""
    path = root / document.name
    text = path.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in text else "\n"
    first, *lines = text.split(end)
    body = document.body_line - 2  # the line that ends the front matter, after the first
    kept, inside = [], False
    for line in lines[: body - 1]:
        inside = line.startswith("follows:") or (inside and line.startswith((" ", "\t")))
        if not inside:
            kept.append(line)
    block = ["follows:", *(f"  {key}: {value}" for key, value in follows.items())]
    write_whole(path, end.join([first, *kept, *block, *lines[body - 1 :]]).encode())
