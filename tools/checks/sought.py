"""What readers look for can be found, what they don't can't, and no answer of a quiz stands among what is found."""

import gzip
import json
import zlib
from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from plugins.search.canonical import MARK, read
from plugins.search.index import FOLDER
from plugins.shared.message import Message
from tools.checks.facts import Pages
from tools.checks.finding import Finding
from tools.checks.site import BuiltSite

CODE, ENTRY = "E309", "pagefind-entry.json"
CURE = Message("mend plugins/search/documents.py")


class Found(NamedTuple):
    """One document of the index: the page that it leads to, by its address, its kind and its words."""

    address: str
    kind: str
    words: str


def the_index_can_be_read(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Every piece that a search may fetch is there and whole; a browser could only say that nothing can be searched."""
    for file in damaged(site):
        message = Message(
            "this piece of the search index is missing or damaged; build again, and see whether the disk is sound"
        )
        yield Finding(file, CODE, message)


def the_index_is_complete(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Every page that is sought is in the index under its kind, and no other page is. Of a damaged one nobody knows."""
    if damaged(site):
        return
    found = {(each.address, each.kind) for each in read_index(site)}
    sought = {(facts.page.address, facts.page.kind): name for name, facts in pages.items() if facts.page.sought}
    for each in sought.keys() - found:
        message = Message("the search does not know the page '{address}'; {cure}", address=each[0], cure=CURE)
        yield Finding(sought[each], CODE, message)
    for address, _ in sorted(found - sought.keys()):
        message = Message("the search finds '{address}', which nobody looks for; {cure}", address=address, cure=CURE)
        yield Finding(f"{address}index.html", CODE, message)


def the_index_has_no_key(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """A reason would tell which answer is right before anybody has chosen one."""
    words = {each.address: each.words for each in read_index(site) if each.kind == "quiz"}
    for name, facts in pages.items():
        quiz = facts.page.shows.get("quiz") if facts.page.kind == "quiz" else None
        for at, question in enumerate(quiz.questions if quiz else ()):
            for loc, why in question.reasons():
                if plain(why[facts.page.lang]) in words.get(facts.page.address, ""):
                    about = (quiz, ("questions", at, *loc, facts.page.lang))
                    yield Finding(name, CODE, Message("the search tells this reason; {cure}", cure=CURE), about=about)


def damaged(site: BuiltSite) -> list[str]:
    """The pieces that are not there, or not as they were made."""
    there = {file for file in site.files if file.startswith(FOLDER)}
    whole = {file for file in there if is_whole(file, site.read(file))}
    return sorted((there | {*pieces(site, whole)}) - whole)


def pieces(site: BuiltSite, whole: Collection[str]) -> Iterator[str]:
    """The files that make up the index, as far as what names them can be read."""
    yield from (f"{FOLDER}{name}" for name in (ENTRY, "pagefind.js", "pagefind-worker.js"))
    if f"{FOLDER}{ENTRY}" not in whole:
        return
    for lang, known in json.loads(site.read(f"{FOLDER}{ENTRY}"))["languages"].items():
        meta = f"{FOLDER}pagefind.{known['hash']}.pf_meta"
        yield from (meta, f"{FOLDER}wasm.{lang}.pagefind")
        if meta in whole:
            _, texts, chunks, filters, *_ = read(site.folder / meta)
            yield from (f"{FOLDER}fragment/{name}.pf_fragment" for name, _ in texts)
            yield from (f"{FOLDER}index/{name}.pf_index" for *_, name in chunks)
            yield from (f"{FOLDER}filter/{name}.pf_filter" for _, name in filters)


def is_whole(file: str, data: bytes) -> bool:
    """What is compressed knows whether all of it is there; a script does not."""
    try:
        if file.endswith(".json"):
            return bool(json.loads(data))
        return bool(data) if file.endswith(".js") else gzip.decompress(data).startswith(MARK)
    except (ValueError, OSError, EOFError, zlib.error):
        return False


def read_index(site: BuiltSite) -> Iterator[Found]:
    """What can be read of it; the rest is told."""
    for file in site.files:
        if file.startswith(f"{FOLDER}fragment/") and is_whole(file, site.read(file)):
            fragment: dict[str, Any] = json.loads(gzip.decompress(site.read(file))[len(MARK) :])
            address = fragment["url"].partition("#")[0].removeprefix("/")
            yield Found(address, fragment["meta"].get("kind", ""), plain(fragment["content"]))


def plain(words: str) -> str:
    """Letters and spaces only: Pagefind ends blocks with a full stop of its own."""
    return " ".join("".join(each if each.isalnum() else " " for each in words).split())
