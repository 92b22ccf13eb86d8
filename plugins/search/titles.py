"""What things are called, in one small file a language: the first results come from it, while Pagefind is on its way.

It holds what is known before any page is rendered. The page makes words of it by itself (`titles.js`), with the endings
and the fillers of the language that it finds here: so nothing is stemmed in two places.
"""

import json
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from plugins.search.habits import AFFIXES, FILLERS
from plugins.search.model import also
from plugins.shared.document import Document
from plugins.shared.site import Page, Pages, Site

LEFT_OUT = frozenset({"quiz", "exam", "changes", "regulation"})  # called as their guides are, or by numbers
SUMMED_UP = frozenset({"guide", "checklist", "tool"})  # whose summary is worth its bytes
COMMON = 3  # pages; a heading that stands on more of them tells none of them from the others


def titles_file(site: Site, pages: Pages, lang: str) -> bytes:
    """The file of a language, for `titles.js`, which tells the order of an entry."""
    shown = [page for page in pages if page.lang == lang and page.sought and page.kind not in LEFT_OUT]
    count = Counter(words for page in shown for _, words in headings(page))
    kinds = list(dict.fromkeys(page.kind for page in shown))
    topics = list(site["topic"])
    entries = []
    for page in shown:
        parts = [each for part in headings(page) if count[part[1]] <= COMMON for each in part]
        for each in named(page, site):
            topic = topics.index(each.topic) if each.topic else -1
            where = kinds.index(page.kind), topic, page.address + each.anchor
            entries.append([*where, each.title, each.summary, each.also, parts])
    return json.dumps(
        {
            "affixes": AFFIXES.get(lang, ()),
            "fillers": FILLERS.get(lang, ""),
            "kinds": kinds,
            "topics": topics,
            "entries": entries,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()


class Named(NamedTuple):
    """What stands on a page under a name of its own: the page itself, or each term of a list of them."""

    anchor: str
    title: str
    summary: str
    also: str  # other words for it
    topic: str


def named(page: Page, site: Site) -> Iterator[Named]:
    known, lang = also(site), page.lang
    if page.kind != "glossary":
        summary = page.summary if page.kind in SUMMED_UP else ""
        yield Named("", page.title, summary, " ".join(known.words(page.kind, page.key, lang)), page.topic)
        return
    for term in (term for glossary in site["glossary"].values() for term in glossary.terms):
        name = term.spoken(lang)
        short = ", ".join(each for each in term.abbreviations if each != name)
        others = [term.spoken(each) for each in site.languages if term.spoken(each) != name]
        others += known.words("term", term.key, lang)
        yield Named(f"#{term.key}", f"{name} ({short})" if short else name, "", " ".join(others), term.topic)


def headings(page: Page) -> list[tuple[str, str]]:
    """Anchor and words of what stands under a heading."""
    if isinstance(page.origin, Document) and page.kind == "guide":
        return [(each.key, each.title) for each in page.origin.headings]
    return []
