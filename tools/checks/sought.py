"""What readers look for can be found, what they don't can't, and no answer of a quiz stands among what is found."""

import gzip
import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from plugins.search.canonical import MARK
from plugins.search.index import FOLDER
from plugins.shared.message import Message
from tools.checks.facts import Pages
from tools.checks.finding import Finding
from tools.checks.site import BuiltSite

CODE = "E309"
CURE = Message("mend plugins/search/documents.py")


class Found(NamedTuple):
    """One document of the index: the page that it leads to, by its address, its kind and its words."""

    address: str
    kind: str
    words: str


def the_index_is_complete(site: BuiltSite, pages: Pages) -> Iterator[Finding]:
    """Every page that is sought is in the index under its kind, and no other page is."""
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


def read_index(site: BuiltSite) -> Iterator[Found]:
    for file in site.files:
        if file.startswith(f"{FOLDER}fragment/"):
            fragment: dict[str, Any] = json.loads(gzip.decompress(site.read(file))[len(MARK) :])
            address = fragment["url"].partition("#")[0].removeprefix("/")
            yield Found(address, fragment["meta"].get("kind", ""), plain(fragment["content"]))


def plain(words: str) -> str:
    """Letters and spaces only: Pagefind ends blocks with a full stop of its own."""
    return " ".join("".join(each if each.isalnum() else " " for each in words).split())
