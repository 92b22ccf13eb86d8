"""What a built site is: its pages, its languages, its heaviest page."""

import os
import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import brotli

from plugins.shared.lessons import LESSONS
from plugins.shared.message import Message, counted

LANGUAGE = re.compile(rb"<html\b[^>]*?\slang=[\"']?([\w-]+)")
LOADED = re.compile(rb"<(?:link\b[^>]*\bstylesheet\b|script\b)[^>]*>")
ADDRESS = re.compile(rb"\s(?:href|src)=[\"']?([^\"'\s>?#]+)")

# Quality 11 takes 11 ms for a page of 10 kB, quality 1 takes 0.08 ms and orders the pages nearly the same:
# it picks the candidates, and only these are weighed as a server would send them. What the lower ones make of a page is
# never less than what the best makes of it.
GUESS, CLOSER, EXACT, CANDIDATES = 1, 5, 11, 5


class Summary(NamedTuple):
    pages: int
    languages: int
    heaviest: str
    weight: int  # bytes of the page, its styles and its scripts, compressed

    def line(self, seconds: float) -> Message:
        return Message(
            "{pages} in {languages}, {seconds} s; heaviest, with styles and scripts: {heaviest} {weight} kB",
            pages=counted(self.pages, Message("{count} page"), Message("{count} pages")),
            languages=counted(self.languages, Message("{count} language"), Message("{count} languages")),
            seconds=f"{seconds:.1f}",
            heaviest=self.heaviest,
            weight=f"{self.weight / 1000:.1f}",
        )


def summary(site: Path) -> Summary | None:
    """Nothing for a site without a page."""
    languages: set[str] = set()
    linked: dict[Path, int] = {}
    guesses: dict[Path, int] = {}
    shared: dict[Path, int] = {}  # a style belongs to many pages and is compressed once
    for page in page_files(site):
        html = page.read_bytes()
        languages |= {language(html)} & set(page.relative_to(site).parts[:1])
        linked[page] = sum(sizes(site, page, html, shared))
        guesses[page] = compressed(html, GUESS) + linked[page]
    if not guesses:
        return None
    candidates = sorted(guesses, key=guesses.__getitem__)[-CANDIDATES:]
    weight, heaviest = max((compressed(page.read_bytes(), EXACT) + linked[page], page) for page in candidates)
    address = heaviest.relative_to(site).as_posix().removesuffix("index.html") or "/"
    return Summary(len(guesses), len(languages), address, weight)


def page_files(site: Path) -> list[Path]:
    """The pages of a built site; not the lessons, which hold several of them once more."""
    return [path for path in sorted(site.rglob("*.html")) if path.parent != site / LESSONS]


def language(html: bytes) -> str:
    """What the page's `lang` says; empty where it says nothing."""
    found = LANGUAGE.search(html)
    return found[1].decode() if found else ""


def sizes(site: Path, page: Path, html: bytes, shared: dict[Path, int]) -> list[int]:
    """The compressed sizes of the styles and scripts that `page` loads from this site."""
    addresses = [ADDRESS.search(tag) for tag in LOADED.findall(html)]
    files = {file_of(site, page, found[1].decode(errors="replace")) for found in addresses if found}
    for file in files - shared.keys():
        shared[file] = compressed(file.read_bytes(), EXACT) if file.is_file() else 0
    return [shared[file] for file in files]


def file_of(site: Path, page: Path, address: str) -> Path:
    """Where an address on this page leads within the site, be there a file or not."""
    start = site if address.startswith("/") else page.parent
    return Path(os.path.normpath(start / unquote(address).lstrip("/")))


def compressed(data: bytes, quality: int) -> int:
    return len(brotli.compress(data, quality=quality))


def weighed(data: bytes, limit: int) -> int:
    """What the data weighs as a server sends it. Less effort is spent, and more told, on what is within the limit."""
    for quality in (GUESS, CLOSER):
        if (size := compressed(data, quality)) <= limit:
            return size
    return compressed(data, EXACT)
