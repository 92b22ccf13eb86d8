"""How well the search answers: questions as people type them, asked in a real browser of the index that readers get.

A question is answered where one of its pages stands among the first three results (recall@3). The place of the first of
them tells more (MRR): 1 at the top, a half in second place.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from plugins.shared.message import Listed, Message
from plugins.shared.telling import tell
from tools import browser
from tools.build import ROOT
from tools.pictures import served

QUERIES = "tests/search/queries.yaml"
FIRST = 3
PAGE = re.compile(r'<html lang="([\w-]+)" data-kind="([\w-]+)" data-key="([^"]+)"')
Queries = Mapping[str, list[str]]  # a question, and the names of the pages that answer it
Addresses = Mapping[tuple[str, str], str]  # by language and name of a page
ASK = """async (queries) => {
  const search = document.querySelector("site-search");
  const found = [];
  for (const query of queries) {
    search.fields.q.value = query;
    await search.search();
    found.push([...search.list.querySelectorAll(".search__link")].map((link) => link.href));
  }
  return found;
}"""


class Asked(NamedTuple):
    """A question, the addresses that answer it, and those that were found, best first."""

    query: str
    answers: frozenset[str]
    found: tuple[str, ...]

    @property
    def place(self) -> int:
        """Of the first answer, counted from 1; 0 where there is none."""
        return next((at for at, each in enumerate(self.found, 1) if each in self.answers), 0)

    @property
    def answered(self) -> bool:
        return 0 < self.place <= FIRST


def recall(root: Path = ROOT) -> int:
    """Tell recall@3 and MRR of each language, and what came first in place of each answer; the exit status."""
    site = root / "output"
    if not (site / "index.html").is_file():
        tell(Message("output/: there is no site yet; build it first"), sys.stderr)
        return 1
    try:
        chromium = browser.find()
    except browser.NoBrowser as reason:
        print(reason, file=sys.stderr)
        return 1
    from playwright.sync_api import sync_playwright  # only the test environment has it

    options = {"executable_path": chromium, "args": browser.arguments(), "chromium_sandbox": not browser.is_root()}
    with served(site) as base, sync_playwright() as playwright, playwright.chromium.launch(**options) as chrome:
        page = chrome.new_page()
        known = addresses(site)
        for lang, queries in read_queries(root).items():
            told(lang, ask(page, base, lang, queries, known), base)
    return 0


def told(lang: str, asked: Sequence[Asked], base: str) -> None:
    for each in asked:
        if not each.answered:
            came = Listed(", ", (found.removeprefix(base) for found in each.found[:FIRST]))
            tell(
                Message("{lang}: “{query}” is not answered; first came {came}", lang=lang, query=each.query, came=came)
            )
    measured = {"rate": f"{rate(asked):.3f}", "mean": f"{mean(asked):.3f}", "count": len(asked)}
    tell(Message("{lang}: recall@3 {rate}, MRR {mean}, {count} questions", lang=lang, **measured))


def read_queries(root: Path) -> dict[str, Queries]:
    """By language, each question with the pages that answer it."""
    return yaml.safe_load((root / QUERIES).read_text("utf-8"))


def addresses(site: Path) -> Addresses:
    """By language and name, where a page of the built site stands: `guide/pse/registering`."""
    found = {}
    for path in site.rglob("index.html"):
        lang, kind, key = PAGE.search(path.read_text("utf-8")).groups()
        found[lang, f"{kind}/{key}"] = path.relative_to(site).as_posix().removesuffix("index.html")
    return found


def ask(page: Any, base: str, lang: str, queries: Queries, known: Addresses) -> list[Asked]:
    """Every question of a language on its search page, which the tab `page` opens."""
    page.goto(base + known[lang, "search/search"])
    found = page.evaluate(ASK, list(queries))
    return [
        Asked(query, frozenset(base + address(name, lang, known) for name in names), tuple(links))
        for (query, names), links in zip(queries.items(), found, strict=True)
    ]


def address(name: str, lang: str, known: Addresses) -> str:
    """Of a guide by its key, of any other page by kind and key, of a term within the glossary."""
    kind, _, key = name.partition("/")
    if kind == "glossary":
        return f"{known[lang, 'glossary/glossary']}#{key}"
    return known.get((lang, f"guide/{name}")) or known[lang, name]


def rate(asked: Sequence[Asked]) -> float:
    return sum(each.answered for each in asked) / len(asked)


def mean(asked: Sequence[Asked]) -> float:
    return sum(1 / each.place for each in asked if each.place) / len(asked)
