"""Asks one server after the other, as a polite guest: who we are, one thing at a time, a pause between two."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from http import HTTPStatus
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from plugins.shared.message import Message

GOOD, MOVED, GONE, CLOSED, SILENT = "good", "moved", "gone", "closed", "silent"
FOR_GOOD = (301, 308)
CLOSES = (401, 402, 403, 407, 429, 451)  # a server's way to say no to programs, often not to readers
STEPS = 6  # from one address to the next
SAFE = "%/:=&?~#+!$,;'@()*[]"  # what stays as it is written


@dataclass(frozen=True)
class Answer:
    """What came of a link: good, moved (to `detail`), gone, closed or silent (as `detail` says)."""

    kind: str
    detail: str = ""

    @property
    def good(self) -> bool:
        return self.kind in (GOOD, MOVED)

    @property
    def gone(self) -> bool:
        return self.kind == GONE

    def told(self, url: str) -> Message:
        if self.kind == MOVED:
            return Message("{url} has moved for good; write {detail}", url=url, detail=self.detail)
        if self.kind == CLOSED:
            return Message("{url} lets no program in ({detail}); open it yourself", url=url, detail=self.detail)
        if self.kind == SILENT:
            return Message("{url} gives no answer ({detail}); ask again another day", url=url, detail=self.detail)
        return Message("{url} leads nowhere ({detail}); find where it stands now", url=url, detail=self.detail)


class Stays(HTTPRedirectHandler):
    """Follows nothing by itself: where an address leads is what we want to know."""

    def redirect_request(self, *_: Any) -> None:
        return None


class Asker:
    def __init__(self, name: str, pause: float, patience: float) -> None:
        self._headers = {"User-Agent": name, "Accept": "*/*"}
        self._pause, self._patience = pause, patience
        self._opener = build_opener(Stays)

    def ask_all(self, urls: Sequence[str]) -> dict[str, Answer]:
        """Of one host, one after the other."""
        return {url: self.ask(url) for url in urls}

    def ask(self, url: str) -> Answer:
        """What the address says now, and where it leads in the end."""
        here, moved, lasting = url, "", True
        for _ in range(STEPS):
            try:
                status, location = self._status(here)
            except (OSError, HTTPException, ValueError) as error:
                return Answer(SILENT, why(error))
            if not (300 <= status < 400 and location):
                return verdict(status, moved)
            here = urljoin(here, location)
            lasting = lasting and status in FOR_GOOD  # what comes after a passing one may pass too
            moved = here if lasting else moved
        return Answer(GONE, "it leads in a circle")

    def _status(self, url: str) -> tuple[int, str]:
        """By HEAD, which costs nobody much; by GET where a server does not know it or says no."""
        status, location = self._once(url, "HEAD")
        return (status, location) if status < 400 else self._once(url, "GET")

    def _once(self, url: str, method: str) -> tuple[int, str]:
        time.sleep(self._pause)
        request = Request(written(url), headers=self._headers, method=method)
        try:
            with self._opener.open(request, timeout=self._patience) as answer:
                return answer.status, ""
        except HTTPError as answer:
            with answer:
                return answer.code, answer.headers.get("Location", "")


def verdict(status: int, moved: str) -> Answer:
    if status < 400:
        return Answer(MOVED, moved) if moved else Answer(GOOD)
    said = f"{status} {HTTPStatus(status).phrase}" if status in set(HTTPStatus) else str(status)
    if status in CLOSES:
        return Answer(CLOSED, said)
    return Answer(SILENT if status >= 500 else GONE, said)


def written(url: str) -> str:
    """As a request writes it: other letters as their bytes, other hosts' names in theirs."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("no address of the web")
    netloc = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    return urlunsplit((parts.scheme, netloc, quote(parts.path, SAFE), quote(parts.query, SAFE), ""))


def why(error: Exception) -> str:
    """The system's words for it, on one line."""
    reason = error.reason if isinstance(error, URLError) else error
    if isinstance(reason, TimeoutError):
        return "timed out"
    text = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return " ".join(text.split())
