"""The links to the web in content/ and quizzes/, each with its place: in texts, and in every value of a YAML file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urldefrag, urlsplit

from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.source import Source, files_under, read_source
from plugins.shared.yaml import Loc, read_yaml

FOLDERS = ("content", "quizzes")
ADDRESS = re.compile(r"https?://[^\s<>\"'`\\]+")
AFTER = ".,;:!?)]}*"  # what ends a sentence and no address
CUT = ("...", "…")  # an address of which somebody left out the rest
NOBODYS = re.compile(r"(^|\.)(example|invalid|test|localhost|example\.(com|net|org))$")  # reserved names


class Link(NamedTuple):
    """Where an address stands, and what to ask for: a fragment is no business of the server's."""

    file: str
    line: int
    column: int
    url: str


def links(root: Path, problems: Problems) -> Iterator[Link]:
    """In the order of the files; what can't be read is added to the problems."""
    for folder in FOLDERS:
        for path in files_under(root / folder, root, problems):
            if path.suffix in (".md", ".yaml") and (source := read_source(path, root, problems)):
                for url, line, column in in_text(source) if path.suffix == ".md" else in_yaml(source, problems):
                    if not NOBODYS.search(host_of(url)):
                        yield Link(source.name, line, column, urldefrag(url).url)


def in_text(source: Source) -> Iterator[tuple[str, int, int]]:
    text = document(source, Problems())  # its slips are `check`'s
    for each in text.references if text else ():
        if each.kind == "link" and ADDRESS.match(each.target):
            yield each.target, each.line, each.column


def in_yaml(source: Source, problems: Problems) -> Iterator[tuple[str, int, int]]:
    tree, slips = read_yaml(source)
    problems.extend(slips)
    for loc, value in values(tree.data if tree else None):
        for url in addresses(value):
            yield url, *tree.place(loc)


def values(data: Any, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Every text in it, with its location."""
    if isinstance(data, str):
        yield loc, data
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from values(value, (*loc, key))


def addresses(text: str) -> Iterator[str]:
    for found in ADDRESS.findall(text):
        if not found.endswith(CUT):
            kept = found.rstrip(AFTER)
            yield f"{kept})" if kept.count("(") > kept.count(")") and found.startswith(f"{kept})") else kept


def host_of(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""


def name_of_site(root: Path) -> str:
    """How we name ourselves to others' servers: the site's name and address, as `site.yaml` says them."""
    tree, _ = read_yaml(Source("site.yaml", (root / "content" / "site.yaml").read_text("utf-8")))
    data = tree.data if tree and isinstance(tree.data, dict) else {}
    names = data.get("name")
    name = next(iter(names.values()), "") if isinstance(names, dict) else ""
    said = f"{name or 'Pandu'} link check (+{data.get('address', '')}; {data.get('contact', '')})"
    return said.encode("ascii", "ignore").decode()
