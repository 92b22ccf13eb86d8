"""The files of an archive: what the first page leads to, directly or not, as a browser reads it from a disk.

A disk opens a folder as a list of files, so links to folders become links to `index.html`. What leads to nothing in
the archive (feeds, what hosts read) leads to the site. The style that every page has in it becomes a file: a disk loads
that as fast, and eight hundred of it are half of the archive.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tools.archive.indexes import address_of
from tools.made import Made

if TYPE_CHECKING:  # as in made.py
    from plugins.shared.site import Page

# A page of ours has its attributes in double quotes; in styles and data nothing is looked for.
PIECE = re.compile(
    r"<style>(?P<style>.*?)</style>"
    r'|<script type="application/ld\+json">.*?</script>'
    r"""|<(?P<tag>[a-z][\w-]*)(?P<attributes>(?:\s+[^\s"'<>=/]+(?:="[^"]*")?)*)\s*/?>""",
    re.DOTALL,
)
WAY = re.compile(r'(?<=\s)(href|src|srcset)="([^"]*)"')
SCRIPT = re.compile(r'(?<=<script defer src=")[^"]*')
POLICY = re.compile(r'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
SHOWN = re.compile(r"(?<=<p data-archived) hidden")  # what only who reads from a disk is told
LEFT_OUT = re.compile(r'<link\b[^>]*\b(?:rel="manifest"|type="application/atom\+xml")[^>]*>\n?')

CANONICAL = re.compile(r'(?<=<link rel="canonical" href=")[^"]*')
INDEX = re.compile(r'(?: data-titles="[^"]*")? data-index="[^"]*"')
END = "</div>\n</footer>"

# Components whose pages run other scripts there: those that fetch pages run none, which no browser lets a file do.
CHANGED = {
    "search": {"search", "search.archive"},
    "projector": (),
    "review": (),
    "save": (),
    "save.sets": (),
    "save.visited": (),
}

# As much as a page from a disk needs. `file:` is what browsers want there, `'self'` where the folder is served.
ON_DISK = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "base-uri 'none'; form-action 'none'"
)


def reached(made: Made) -> Iterator[tuple[str, bytes]]:
    """Each file by its name, as it stands in the archive; pages that nothing leads to are left out."""
    archive = Archive(made)
    waiting, known = ["index.html"], {"index.html"}
    while waiting:
        name = waiting.pop()
        data, leads = archive.file(name)
        yield name, data
        fresh = leads - known
        known |= fresh
        waiting += sorted(fresh)
    yield from archive.added.items()


class Archive:
    """Makes the files; `added` are those that the site itself doesn't have."""

    def __init__(self, made: Made) -> None:
        from plugins.hub.assets import Assets  # not above: what goes wrong in our modules is told from the task

        self.added: dict[str, bytes] = {}
        self._made = made
        self._assets = Assets(made.root / "theme")
        self._pages = {page.file: page for page in made.tree.pages}

    def file(self, name: str) -> tuple[bytes, set[str]]:
        """A file of the site as it stands in the archive, and the names of those that it leads to."""
        data = (self._made.folder / name).read_bytes()
        if name not in self._pages:
            return data, set()
        leads: set[str] = set()
        return self._page(self._pages[name], data.decode(), leads).encode(), leads

    def _page(self, page: Page, html: str, leads: set[str]) -> str:
        html = SHOWN.sub("", POLICY.sub(ON_DISK, LEFT_OUT.sub("", html)))
        if page.uses & CHANGED.keys():
            html = SCRIPT.sub(self._way(page.file, self._script(page)), html)
        html = INDEX.sub(f' data-index="{self._way(page.file, address_of(page.lang))}"', html)
        html = html.replace(END, f"{self._notice(page, html)}\n{END}")
        return PIECE.sub(lambda found: self._piece(page.file, found, leads), html)

    def _script(self, page: Page) -> str:
        """The address of the one that the page runs from a disk."""
        address = self._assets.script(frozenset().union(*(CHANGED.get(each, {each}) for each in page.uses)))
        self.added |= {name: data for name, data in self._assets.files() if name == address}
        return address

    def _notice(self, page: Page, html: str) -> str:
        from plugins.hub.copied import notice

        found = CANONICAL.search(html)
        return notice(self._made.tree.site, page.lang, found[0] if found else self._made.address)

    def _piece(self, name: str, found: re.Match[str], leads: set[str]) -> str:
        if found["style"] is not None:
            data = found["style"].encode()
            address = f"theme/page.{hashlib.sha256(data).hexdigest()[:10]}.css"
            self.added[address] = data
            return f'<link rel="stylesheet" href="{self._way(name, address)}">'
        if not found["tag"]:
            return found[0]
        return WAY.sub(lambda way: f'{way[1]}="{self._led(name, way[1], way[2], leads)}"', found[0])

    def _led(self, name: str, attribute: str, value: str, leads: set[str]) -> str:
        if attribute == "srcset":
            return re.sub(r"[^\s,]+(?= \d+w)", lambda each: self._leading(name, each[0], leads), value)
        return self._leading(name, value, leads)

    def _leading(self, name: str, value: str, leads: set[str]) -> str:
        """The way in the archive; what is left out there is led to on the site."""
        scheme, host, path, *_ = urlsplit(value)
        if scheme or host or not path:
            return value
        target = posixpath.normpath(posixpath.join("/", posixpath.dirname(name), unquote(path)))[1:]
        if path.endswith("/") or target == "" or (self._made.folder / target).is_dir():
            target = posixpath.join(target, "index.html")
        after = value[len(path) :]
        if target in self.added:
            return value
        if not self._is_in(target):
            return f"{self._made.address.rstrip('/')}/{target.removesuffix('index.html')}{after}"
        leads.add(target)
        return self._way(name, target) + after

    def _is_in(self, target: str) -> bool:
        return not target.endswith(".xml") and (self._made.folder / target).is_file()

    @staticmethod
    def _way(name: str, target: str) -> str:
        return posixpath.relpath("/" + target, "/" + posixpath.dirname(name))
