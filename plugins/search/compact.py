"""The index of the archive, one a language, as a script that needs no server: texts, stems, where each stands.

documents ─ sections ─ the impact of each stem on each section ─▶ `pandu.index`

How much a stem says of a section is weighed here, once, and written as a letter: the page only adds up.
"""

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from math import sqrt

from plugins.search.stems import stemmer, words

PART = re.compile(r'<(h\d|p)(?: id="([^"]*)")?>(.*?)</\1>')
TOLD = re.compile(r'<meta data-pagefind-meta="(\w+)\[content\]" content="([^"]*)">')
WEIGHT = re.compile(r'data-pagefind-weight="(\d+)"')

TITLE, HEADING, ALSO = 3, 2, 0.5  # beside a text's 1, which no number of times makes more
STEPS = 7.5  # letters to the root of an impact of 1; theme/components/search/archive.js reads them
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Section:
    """A heading, none above the first one, and the text below it."""

    anchor: str = ""
    heading: str = ""
    text: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Found:
    """What a reader can find: a document as documents.py tells it to Pagefind."""

    address: str
    title: str
    told: dict[str, str]
    weight: int
    sections: list[Section]


def compact(documents: Iterable[tuple[str, str]], lang: str) -> str:
    """The script. Sections are counted through all documents, in their order."""
    found = [read(name, html) for name, html in documents]
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, (one, impacts) in enumerate(weighed(found, stemmer(lang))):
        for term, impact in sorted(impacts.items()):
            places[term].append((number, impact * (0.15 + 0.55 * one.weight)))
    data = {
        "terms": " ".join(sorted(places)),
        "places": " ".join(written(places[term]) for term in sorted(places)),
        "documents": [
            [
                one.address,
                one.title,
                one.told.get("kind", ""),
                one.told.get("topic", ""),
                [[each.anchor, each.heading, " ".join(each.text)] for each in one.sections],
            ]
            for one in found
        ],
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    quoted = json.dumps(text, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"pandu.index = JSON.parse({quoted});\n"  # which a browser reads faster than the same as script


def read(name: str, html: str) -> Found:
    """A document by its path, which for a term of a list is that of the page, and `#key`, as if it were a folder."""
    page, _, key = name.removesuffix("/index.html").partition("/#")
    sections = [Section()]
    for tag, anchor, inner in PART.findall(html):
        text = unescape(inner)
        if anchor and tag != "h1":
            sections.append(Section(anchor, text))
        elif tag != "h1":
            sections[-1].text.append(text)
    return Found(
        address=f"{page}/index.html#{key}" if key else name,
        title=unescape(re.search("<title>(.*?)</title>", html)[1]),
        told={key: unescape(value) for key, value in TOLD.findall(html)},
        weight=int(WEIGHT.search(html)[1]),
        sections=sections,
    )


def weighed(found: list[Found], stem: Callable[[str], str]) -> Iterator[tuple[Found, dict[str, float]]]:
    """What each stem says of each section: in its text, its heading, and of the first in title and other names too."""
    stemmed = {
        (at, number): [stem(word) for word in words(" ".join(section.text))]
        for at, one in enumerate(found)
        for number, section in enumerate(one.sections)
    }
    usual = max(sum(map(len, stemmed.values())) / max(len(stemmed), 1), 1)
    for at, one in enumerate(found):
        for number, section in enumerate(one.sections):
            text = stemmed[at, number]
            length = 0.25 + 0.75 * len(text) / usual  # a word of a short text says more of it
            impacts = Counter({term: count / (count + 1.2 * length) for term, count in Counter(text).items()})
            lines = [(HEADING, section.heading)]
            if not number:
                lines += [(TITLE, one.title), (ALSO, one.told.get("also", ""))]
            for worth, line in lines:
                named = [stem(word) for word in words(line)]
                for term in set(named):
                    impacts[term] += worth if worth == ALSO else worth * sqrt(2 / max(len(named), 2))
            yield one, impacts


def written(places: list[tuple[int, float]]) -> str:
    """The distance from one section to the next in base 36, and the impact there as a letter."""
    parts, last = [], 0
    for number, impact in places:
        parts.append(base36(number - last) + chr(64 + min(max(round(sqrt(impact) * STEPS), 1), 26)))
        last = number
    return "".join(parts)


def base36(number: int) -> str:
    head = base36(number // 36) if number >= 36 else ""
    return head + DIGITS[number % 36]
