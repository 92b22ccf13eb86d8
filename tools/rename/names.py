"""Where something is named: links, directives and values, each with its place; and in our own documents."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from plugins.hub.tree import Tree
from plugins.redirect.model import ADDRESSES, REDIRECTS
from plugins.shared.document import Document
from plugins.shared.problem import Problems
from plugins.shared.source import place_of, read_source
from plugins.shared.target import SCHEME, named
from plugins.shared.twins import Twins
from plugins.shared.yaml import Data, Loc, read_yaml
from tools.rename.edits import Place
from tools.rename.thing import Renaming

LINK = r"(?:\]\(\s*<?|\]:\s*<?)"  # what stands before the target, here or where its label is explained
DIRECTIVE = r"::[a-z]+\[\s*"
DOCUMENTS = "docs"
WHOLE = re.compile(r"\[([^\[\]]*)\]\(([^()\s]+)\)")  # a link in one of them
QUOTE = "[\"']?"
EMBEDDED = {  # its directive
    "guide": "quiz",
    "checklist": "checklist",
    "diagram": "diagram",
    "tool": "tool",
    "assessment": "assessment",
    "worksheet": "worksheet",
}
KEYS = {  # the keys of YAML under which it is named
    "guide": {"cite", "guide", "guides", "of", "proven", "quiz"},
    "checklist": {"checklist"},
    "course": {"needs"},
    "exam": {"exam"},
    "page": {"about"},
    "diagram": set(),
    "tool": {"tool"},
    "assessment": set(),
    "worksheet": set(),
}


def links(wanted: Renaming, tree: Tree) -> Iterator[Place]:
    """Every link and picture whose way changes, because one of its ends moves."""
    for name, edition in tree.site.editions.items():
        for each in edition.document.references:
            path = each.target.partition("#")[0]
            if each.kind in ("link", "image") and path and not re.match(f"{SCHEME}|/", path):
                now = way(edition.document, unquote(path), wanted)
                if now != posixpath.normpath(path):
                    yield Place(name, each.line, each.column, path, now, LINK)


def way(document: Document, path: str, wanted: Renaming) -> str:
    """The path that leads to the same file when all has moved."""
    here, there = wanted.moved(document.name), wanted.moved(named(document, path))
    return posixpath.relpath(there, posixpath.dirname(here))


def directives(wanted: Renaming, tree: Tree) -> Iterator[Place]:
    for name, edition in tree.site.editions.items():
        for each in edition.document.embeds():
            if (each.words, each.target) == (EMBEDDED.get(wanted.kind), wanted.old):
                yield Place(name, each.line, each.column, wanted.old, wanted.new, DIRECTIVE)


def values(wanted: Renaming, root: Path) -> Iterator[Place]:
    """In every YAML file; those of redirects have words of their own."""
    for folder in ("content", "quizzes"):
        for path in sorted((root / folder).rglob("*.yaml")):
            source = read_source(path, root, Problems()) if path.name not in (ADDRESSES, REDIRECTS) else None
            found, _ = read_yaml(source) if source else (None, [])
            for loc, value in scalars(found.data) if found else ():
                key = next((each for each in reversed(loc) if isinstance(each, str)), "")
                if key in KEYS[wanted.kind] and value.partition("#")[0] == wanted.old:
                    yield Place(source.name, *found.place(loc), wanted.old, wanted.new, QUOTE)


def scalars(data: Data, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    if isinstance(data, dict):
        for key, value in data.items():
            yield from scalars(value, (*loc, key))
    elif isinstance(data, list):
        for at, value in enumerate(data):
            yield from scalars(value, (*loc, at))
    elif data is not None:
        yield loc, data


def documents(wanted: Renaming, root: Path) -> Iterator[Place]:
    """Links of the documents about the site, and the key where the link's words are it."""
    for path in sorted((root / DOCUMENTS).rglob("*.md")):
        if source := read_source(path, root, Problems()):
            for found in WHOLE.finditer(source.text):
                target = found[2].partition("#")[0]
                old = posixpath.normpath(posixpath.join(posixpath.dirname(source.name), target))
                if (moved := wanted.moved(old)) != old:
                    now = posixpath.relpath(moved, posixpath.dirname(source.name))
                    yield Place(source.name, *place_of(source.text, found.start(2)), target, now)
                    if re.search(rf"(?:^|/){re.escape(wanted.old)}$", found[1].partition("#")[0]):
                        yield Place(source.name, *place_of(source.text, found.start(1)), wanted.old, wanted.new)


def new_slugs(wanted: Renaming, tree: Tree) -> Iterator[Place]:
    """A new part of the address in a language, where one is asked for."""
    thing = tree.site[wanted.kind][wanted.old]
    for lang, new in wanted.slugs.items():
        if isinstance(thing, Twins):
            if lang in thing.fronts:
                document = thing.documents[lang]
                yield Place(document.name, *document.front.place(("slug",)), thing.fronts[lang].slug, new, QUOTE)
        else:
            yield Place(*thing.position(("slug", lang)), thing.slug[lang], new, QUOTE)
