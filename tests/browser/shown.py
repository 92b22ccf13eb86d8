"""Which pages the built site has, found in their HTML: tests name kinds and keys, never addresses."""

import re
from pathlib import Path
from typing import NamedTuple

from tools.summary import page_files

HTML = re.compile(r'<html lang="(?P<lang>[^"]*)" data-kind="(?P<kind>[^"]*)" data-key="(?P<key>[^"]*)"')


class Shown(NamedTuple):
    """A page of the site, and where it stands."""

    kind: str
    key: str
    lang: str
    address: str
    size: int


class Site:
    """The pages of a built site, and where they are served."""

    def __init__(self, folder: Path, base: str, root: str):
        self.folder, self.base, self.root = folder, base, root
        self.pages = [shown(folder, path) for path in page_files(folder)]
        self.known = {(each.kind, each.key, each.lang): each for each in self.pages}

    def url(self, address: str) -> str:
        """404.html is shown at any depth and links from the root of the site's own address, which has no path."""
        return (self.root if address.startswith("404.html") else self.base) + address

    def find(self, kind: str, key: str, lang: str) -> str:
        """The address of a page."""
        return self.known[kind, key, lang].address

    def text(self, page: Shown) -> str:
        """Its HTML."""
        address = page.address if page.address.endswith(".html") else f"{page.address}index.html"
        return (self.folder / address).read_text("utf-8")

    def kinds(self) -> list[str]:
        return sorted({each.kind for each in self.pages})

    def of_kind(self, kind: str, lang: str, count: int = 1) -> list[Shown]:
        """The largest pages of a kind, where most can be wrong; none, if it has none in this language."""
        found = [each for each in self.pages if each.kind == kind and each.lang == lang]
        return sorted(found, key=lambda each: -each.size)[:count]

    def each_kind(self, lang: str, count: int = 1) -> list[Shown]:
        """Pages of every kind that speaks this language."""
        return [page for kind in self.kinds() for page in self.of_kind(kind, lang, count)]


def shown(folder: Path, path: Path) -> Shown:
    text = path.read_text("utf-8")
    address = path.relative_to(folder).as_posix().removesuffix("index.html")
    return Shown(**HTML.search(text).groupdict(), address=address, size=len(text))
