"""Addresses: where what is written in a file of the site leads within it."""

import posixpath
from typing import NamedTuple
from urllib.parse import SplitResult, unquote, urlsplit

INDEX = "index.html"


class Base(NamedTuple):
    """Where the site stands on the web."""

    origin: str  # "https://bread.example"
    path: str  # "/kitchen/", or "/"


class Target(NamedTuple):
    """A file of the site, be it there or not, and an id in it. One that begins with `../` lies outside of the site."""

    file: str
    anchor: str = ""

    def __str__(self) -> str:
        """As an address is written, from the top of the site."""
        file = self.file.removesuffix(INDEX) if f"/{self.file}".endswith(f"/{INDEX}") else self.file
        return (file or "/") + (f"#{self.anchor}" if self.anchor else "")


def base_of(address: str) -> Base:
    parts = urlsplit(address)
    return Base(f"{parts.scheme}://{parts.netloc}", unquote(parts.path).rstrip("/") + "/")


def parts_of(written: str) -> SplitResult | None:
    """The parts of an address; nothing where no browser could read it either."""
    try:
        return urlsplit(written.strip())
    except ValueError:
        return None


def target(written: str, here: str, base: Base) -> Target | None:
    """Where the address leads that is written in the file `here`; nothing where that is not this site."""
    parts = parts_of(written)
    if parts is None:
        return None
    path, anchor = unquote(parts.path), unquote(parts.fragment.partition(":~:")[0])
    if parts.scheme or parts.netloc:
        path = path or "/"
        if f"{parts.scheme}://{parts.netloc}" != base.origin or not f"{path}/".startswith(base.path):
            return None
    elif not path:
        return Target(here, anchor)
    way = posixpath.normpath("/" + posixpath.join(base.path, posixpath.dirname(here), path).lstrip("/"))
    file = posixpath.relpath(way, base.path)
    if file == ".":
        file = INDEX
    elif path.rpartition("/")[2] in ("", ".", ".."):
        file = f"{file}/{INDEX}"
    return Target(file, anchor)
