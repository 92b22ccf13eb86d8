"""Measures a guide of ours beside the same guide by others: `python3 -m bench.phone`, that is `tasks.py bench`.

    build all ─ serve all ─ a round that nobody counts ─ rounds, the sites in turn ─ medians ─ table, goals

docs/performance.md says how to read it. It takes minutes and a quiet machine: only ratios of one run are worth quoting.
"""

import argparse
import sys
import tempfile
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

from bs4 import BeautifulSoup
from playwright.sync_api import Browser, sync_playwright

from bench.device import LINES, Line, Quiz, middle, phone
from bench.server import Server
from bench.sites import Site, build_all
from bench.table import Figures, goals, table
from bench.text import prose
from plugins.shared.message import Message
from plugins.shared.telling import tell
from tools import browser as chromium
from tools.ending import Stop, exit_status, use_utf8

ROOT = Path(__file__).resolve().parents[1]
QUERIES = {"id": "pajak", "en": "tax"}


def main() -> int:
    use_utf8()
    parser = argparse.ArgumentParser(prog="python3 -m bench.phone", description=__doc__.partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=3, help="how often each site is visited")
    parser.add_argument("--guide", default="pse/what-is-a-pse", help="the key of the guide that is visited")
    parser.add_argument("--lang", default="id", choices=sorted(QUERIES))
    parser.add_argument("--work", type=Path, help="a folder for the built sites, which are then kept and used again")
    given = parser.parse_args()

    def work() -> None:
        with ExitStack() as stack:
            folder = given.work or Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pandu-bench-")))
            folder.mkdir(parents=True, exist_ok=True)
            measure(build_all(folder.resolve()), (given.guide, given.lang), given.rounds)

    return exit_status(ROOT, work)


def measure(sites: tuple[Site, ...], guide: tuple[str, str], rounds: int) -> None:
    if guide not in sites[0].pages:
        raise Stop(Message("bench: there is no guide '{key}'", key=guide[0]))
    words = first_words(sites[0], guide)
    try:
        path = chromium.find()
    except chromium.NoBrowser as reason:
        raise Stop(Message("{reason}", reason=reason)) from None
    with ExitStack() as stack:
        bases = [(site, stack.enter_context(Server(site.folder)).base) for site in sites]
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(
            executable_path=path,
            args=[*chromium.arguments(), "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"],
            chromium_sandbox=not chromium.is_root(),
        )
        stack.callback(browser.close)
        for line in LINES:
            found: dict[str, list[Figures]] = defaultdict(list)
            for at in range(rounds + 1):
                for site, base in bases:
                    figures = visit(browser, line, site, base, guide, words)
                    if at:  # in the first round the server packs what it serves
                        found[site.name].append(figures)
            medians = {name: Figures(*map(middle, zip(*each, strict=True))) for name, each in found.items()}
            tell(Message("{title}", title=title(line, guide, rounds, browser.version)))
            tell(Message("{table}", table=table(medians)))
            for each in goals(medians):
                tell(each)


def title(line: Line, guide: tuple[str, str], rounds: int, version: str) -> str:
    speed = f"{line.kilobits} kbit/s, {line.latency} ms, CPU ×{line.slower}"
    return f"\n{line.name} ({speed}); {' '.join(guide)}; median of {rounds}; Chromium {version}\n"


def visit(browser: Browser, line: Line, site: Site, base: str, guide: tuple[str, str], words: str) -> Figures:
    address = base + site.pages[guide]
    with phone(browser, line) as each:
        loaded = each.visit(address, words)
        answered = each.answer() if site.quiz else 0.0
    with phone(browser, line) as each:
        each.visit(address, words)
        found = each.search(site.search, site.field, site.result, QUERIES[guide[1]])
    at_once = 0.0
    if site.quiz:
        with phone(browser, line) as each:
            at_once = each.answer_at_once(address)
    return Figures(loaded, found, Quiz(answered, at_once))


def first_words(site: Site, guide: tuple[str, str]) -> str:
    """How the first paragraph of the article begins."""
    html = (site.folder / site.pages[guide] / "index.html").read_text("utf-8")
    paragraph = prose(BeautifulSoup(html, "html.parser")).find("p").get_text()
    return " ".join(paragraph.split())[:40]


if __name__ == "__main__":
    sys.exit(main())
