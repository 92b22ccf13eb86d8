"""What of the Markdown rests on a law: sentences, tasks, and the days on which such tasks are due."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from plugins.shared.document import Document
from plugins.shared.markdown import Reference
from plugins.shared.site import Edition, Site
from tools.affected.place import Cited, Law, Place

MARKS = re.compile(r"\s*\[@[^\]]*\]|\s*\{#[^}]*\}|[*`]|^[\s>]*(?:[-+]|\d+[.)]|#+)?\s+(?:\[ \] )?|^> ?")
LINKS = re.compile(r"\[([^\]]*)\]\([^)]*\)")
END = re.compile(r"(?<=[.!?:;])\s+")


class Found(NamedTuple):
    edition: Edition
    reference: Reference
    cited: Cited
    task: str  # the key of the task in which it stands


def sentences(site: Site, law: Law) -> Iterator[Place]:
    return (place(each) for each in citations(site, law) if not each.task)


def tasks(site: Site, law: Law) -> Iterator[Place]:
    return (place(each) for each in citations(site, law) if each.task)


def dates(site: Site, law: Law) -> Iterator[Place]:
    """Due dates of the tasks that rest on the law, at the line of the front matter."""
    told = set()
    for each in citations(site, law):
        edition = each.edition
        front = site[edition.concept][edition.key].fronts[edition.lang]
        due = getattr(front, "due", {}).get(each.task)
        if due and (edition.document.name, each.task) not in told:
            told.add((edition.document.name, each.task))
            yield Place(front.where(("due", each.task)), f"{each.task}: {due.written}", edition.lang)


def citations(site: Site, law: Law) -> Iterator[Found]:
    for edition in site.editions.values():
        for reference in edition.document.references:
            cited = law.cited(reference.target, reference.words) if reference.kind == "cite" else None
            if cited:
                yield Found(edition, reference, cited, task_at(edition.document, reference.line))


def task_at(document: Document, line: int) -> str:
    """The key of the innermost task whose words, or what is said of it below, stand in this line."""
    found = [
        token
        for token in document.tokens
        if token.meta.get("task") and token.map and token.map[0] < line <= token.map[1]
    ]
    return str(found[-1].meta["key"]) if found else ""


def place(found: Found) -> Place:
    document, reference = found.edition.document, found.reference
    words = sentence(document, reference)
    return Place(
        f"{document.name}:{reference.line}", words, found.edition.lang, found.cited.articles, found.cited.history
    )


def sentence(document: Document, reference: Reference) -> str:
    """What the citation ends, as far as it stands in its line; where it begins a line, the line."""
    line = document.source.text.split("\n")[reference.line - 1]
    before = [said for each in END.split(line[: reference.column - 1]) if (said := plain(each))]
    return before[-1] if before else plain(line)


def plain(text: str) -> str:
    return " ".join(MARKS.sub("", LINKS.sub(r"\1", text)).split()).strip("| ")
