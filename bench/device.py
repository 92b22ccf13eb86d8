"""A cheap phone on a slow line, in Chromium: the line and the processor are throttled by the browser itself.

A visit is a context of its own, so that nothing is kept from another one.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from playwright.sync_api import Browser, CDPSession, Error, Page

from plugins.shared.message import Message
from tools.ending import Stop

SCREEN = {"width": 360, "height": 740}
QUIET = 2.0  # seconds without a byte, after which nothing more is waited for
PACKING = 15.0  # where something is still asked for
HEARD = ("requestWillBeSent", "dataReceived", "loadingFinished", "loadingFailed")
PAINTED = 20.0  # for the words, once everything has come
PATIENCE = 120.0


class Line(NamedTuple):
    """How a phone is connected, and how much slower than here its processor is."""

    name: str
    kilobits: int  # a second
    latency: int  # milliseconds a request
    slower: int


LINES = (Line("2G", 250, 300, 6), Line("slow 3G", 400, 400, 4))


class Visit(NamedTuple):
    """What one visit to a guide cost: seconds, kB and numbers."""

    readable: float
    settled: float
    shift: float
    blocked: float
    requests: float
    kilobytes: float


class Found(NamedTuple):
    """From the touch on the sign of the search to the first result that can be seen."""

    seconds: float
    kilobytes: float


class Quiz(NamedTuple):
    """From the tap on a choice to the verdict: on a page that has settled, and from the beginning of the visit."""

    settled: float
    at_once: float


class Wire:
    """What goes over the line, of the page and of its workers."""

    def __init__(self, session: CDPSession, line: Line) -> None:
        self._session, self._line = session, line
        self.begun = self.last = 0.0  # in the browser's seconds
        self.heard = time.monotonic()
        self.open: set[str] = set()
        self.requests, self.bytes = 0, 0
        for name in HEARD:
            session.on(f"Network.{name}", lambda event, name=name: self._hear(name, event))
        session.on("Target.attachedToTarget", self._attach)
        session.on("Target.receivedMessageFromTarget", self._hear_worker)
        for method, values in self._conditions():
            session.send(method, values)
        session.send("Emulation.setCPUThrottlingRate", {"rate": line.slower})
        session.send("Target.setAutoAttach", {"autoAttach": True, "waitForDebuggerOnStart": True, "flatten": False})

    def _conditions(self) -> Iterator[tuple[str, dict[str, Any]]]:
        speed = self._line.kilobits * 1000 / 8
        yield "Network.enable", {}
        yield (
            "Network.emulateNetworkConditions",
            {"offline": False, "latency": self._line.latency, "downloadThroughput": speed, "uploadThroughput": speed},
        )

    def _attach(self, event: dict[str, Any]) -> None:
        """A worker is as slow as its page; a service worker has to be told so."""
        for at, (method, values) in enumerate([*self._conditions(), ("Runtime.runIfWaitingForDebugger", {})], 1):
            message = json.dumps({"id": at, "method": method, "params": values})
            with suppress(Error):  # the page may have gone meanwhile
                self._session.send("Target.sendMessageToTarget", {"sessionId": event["sessionId"], "message": message})

    def _hear_worker(self, event: dict[str, Any]) -> None:
        message = json.loads(event["message"])
        domain, _, name = message.get("method", "").partition(".")
        if domain == "Network" and name in HEARD:
            self._hear(name, message["params"])

    def _hear(self, name: str, event: dict[str, Any]) -> None:
        if name == "requestWillBeSent":
            if not event["request"]["url"].startswith("http"):
                return  # data in an address goes over no line
            self.begun = self.begun or event["timestamp"]
            self.requests += 1
            self.open.add(event["requestId"])
        elif name == "loadingFinished":
            self.bytes += event["encodedDataLength"]
            self.last = max(self.last, event["timestamp"])
        self.heard = time.monotonic()
        if name.startswith("loading"):
            self.open.discard(event["requestId"])

    @property
    def quiet(self) -> bool:
        """Nothing was asked or got for a while; what is still open may wait for a server that packs it."""
        return time.monotonic() - self.heard > (PACKING if self.open else QUIET)


class Phone:
    """One reader's phone at one page of one site."""

    def __init__(self, page: Page, line: Line) -> None:
        self._page = page
        self.wire = Wire(page.context.new_cdp_session(page), line)

    def visit(self, address: str, words: str) -> Visit:
        """Opens the page; `words` are the first ones of its article."""
        self._page.add_init_script(script("watch", WORDS=words))
        self._page.goto(address, wait_until="commit")
        self.settle()
        try:
            painted = self._until("bench.readable", patience=PAINTED)
        except TimeoutError:
            message = Message(
                "bench: '{words}' is not on the first screen of {address}; choose another guide",
                words=words,
                address=address,
            )
            raise Stop(message) from None
        found = self._page.evaluate("bench")
        blocked = sum(duration - 50 for start, duration in found["tasks"] if start + duration > painted)
        return Visit(
            painted / 1000,
            self.wire.last - self.wire.begun,
            round(found["shift"], 4),
            blocked / 1000,
            self.wire.requests,
            self.wire.bytes / 1000,
        )

    def settle(self) -> None:
        """Waits until nothing has been asked or got for a while."""
        while not self.wire.quiet:
            self._page.wait_for_timeout(100)

    def search(self, sign: str, field: str, result: str, query: str) -> Found:
        page, before = self._page, self.wire.bytes
        looks = script("seek", RESULT=result)
        box = page.locator(sign).bounding_box()
        page.add_init_script(looks)  # where the search is a page of its own
        page.evaluate(looks)
        touched = time.time()
        page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        ready = "field => document.activeElement && document.activeElement.matches(field)"
        self._until(ready, field)
        page.keyboard.type(query)
        seen = self._until("window.benchFound")
        self.settle()
        return Found(seen / 1000 - touched, (self.wire.bytes - before) / 1000)

    def answer(self) -> float:
        """From the tap on a choice to the verdict, on a page that has settled."""
        self._page.evaluate(script("answer"))
        return self._until("window.benchAnswer")["chosen"] / 1000

    def answer_at_once(self, address: str) -> float:
        """From the beginning of the visit to the verdict, by a reader who answers as soon as it is possible."""
        self._page.add_init_script(script("answer"))
        self._page.goto(address, wait_until="commit")
        return self._until("window.benchAnswer")["start"] / 1000

    def _until(self, what: str, argument: str = "", patience: float = PATIENCE) -> Any:
        """What an expression gives once it gives something; the page's own policy forbids to wait inside of it."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                if found := self._page.evaluate(what, argument):
                    return found
            except Error:  # the page is being left for another one
                pass
            self._page.wait_for_timeout(20)
        raise TimeoutError(f"{self._page.url}: {what}")


@contextmanager
def phone(browser: Browser, line: Line) -> Iterator[Phone]:
    context = browser.new_context(
        viewport=SCREEN, screen=SCREEN, device_scale_factor=2, is_mobile=True, has_touch=True, reduced_motion="reduce"
    )
    context.set_default_timeout(PATIENCE * 1000)
    yield Phone(context.new_page(), line)
    context.close()


def script(name: str, **values: str) -> str:
    """A script of this folder, with these words in the place of their names."""
    text = Path(__file__).with_name(f"{name}.js").read_text("utf-8")
    for key, value in values.items():
        text = text.replace(key, json.dumps(value))
    return text


def middle(visits: tuple[Visit | Found | Quiz, ...]) -> Any:
    """The median of each figure."""
    return type(visits[0])(*map(median, zip(*visits, strict=True)))
