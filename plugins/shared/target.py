"""What a link or a picture of a text names: an address of the web, or a file by the way to it from the text."""

import posixpath

from plugins.shared.document import Document

SCHEME = "([a-zA-Z][a-zA-Z0-9+.-]*):"


def named(document: Document, path: str) -> str:
    """The file that a path in this text means, by its name in the project."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(document.name), path))


def way_to(document: Document, name: str) -> str:
    """The path in this text that means a file."""
    return posixpath.relpath(name, posixpath.dirname(document.name))


def short(target: str) -> str:
    """As an editor is told of it: a picture that is written out in its address has thousands of letters."""
    return target if len(target) <= 60 else target[:50] + "…"
