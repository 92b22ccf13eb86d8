"""Pictures of the built site, to be looked at: every kind of page, in each language and scheme, on three screens."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from plugins.shared.message import Message
from plugins.shared.telling import tell
from tools import browser
from tools.build import ROOT
from tools.summary import page_files

WIDTHS = (360, 768, 1280)
SCHEMES = ("light", "dark")
HEIGHT = 900
TALLEST = 6000  # pixels; below that a long page only repeats itself
HEAD = re.compile(r'<html lang="([\w-]+)" data-kind="([\w-]+)"')
FOLDER = ".pandu/pictures"


class Shown(NamedTuple):
    """A page that is pictured: the longest of its kind in its language, where most can go wrong."""

    kind: str
    lang: str
    address: str


def pictures(kinds: tuple[str, ...] = (), script: bool = True, root: Path = ROOT) -> int:
    """Write `.pandu/pictures/<kind>-<lang>-<width>-<scheme>.png` of what stands in output/; the exit status."""
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

    folder = root / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    wanted = [page for page in longest(site) if not kinds or page.kind in kinds]
    options = {"executable_path": chromium, "args": browser.arguments(), "chromium_sandbox": not browser.is_root()}
    with served(site) as base, sync_playwright() as playwright, playwright.chromium.launch(**options) as chrome:
        for scheme in SCHEMES:
            for width in WIDTHS:
                view = {"width": width, "height": HEIGHT}
                context = chrome.new_context(
                    viewport=view,
                    color_scheme=scheme,
                    java_script_enabled=script,
                    reduced_motion="reduce",
                    service_workers="block",
                )
                tab = context.new_page()
                for page in wanted:
                    tab.goto(base + page.address, wait_until="networkidle")
                    name = f"{page.kind}-{page.lang}-{width}-{scheme}{'' if script else '-no-script'}.png"
                    clip = {"x": 0, "y": 0, "width": width, "height": min(height(tab), TALLEST)}
                    tab.screenshot(path=folder / name, full_page=True, clip=clip)
                context.close()
    tell(Message("{folder}/: {count} pictures", folder=FOLDER, count=len(wanted) * len(WIDTHS) * len(SCHEMES)))
    return 0


def height(tab) -> int:
    return tab.evaluate("() => document.documentElement.scrollHeight")


def longest(site: Path) -> list[Shown]:
    found: dict[tuple[str, str], tuple[int, str]] = {}
    for path in page_files(site):
        html = path.read_text("utf-8")
        lang, kind = HEAD.search(html).groups()
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        found[kind, lang] = max(found.get((kind, lang), (0, "")), (len(html), address))
    return [Shown(kind, lang, address) for (kind, lang), (_, address) in sorted(found.items())]


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_) -> None:
        """Nobody reads it."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The site's address while it is served to this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
