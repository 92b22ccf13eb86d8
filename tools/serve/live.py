"""What the browser is told: which site stands, and what is wrong with the tree."""

import time
from dataclasses import dataclass
from pathlib import Path
from threading import Condition


@dataclass(frozen=True)
class State:
    site: str = ""  # names the last good build; nothing while there is none
    problems: tuple[str, ...] = ()
    tried: bool = False  # the first build is over


class Live:
    """The state, and the threads that wait for the next one."""

    def __init__(self, site: Path):
        self.folder = site
        self.state = State(site=stamp() if site.is_dir() else "")
        self._changed = Condition()

    def built(self, problems: tuple[str, ...]) -> None:
        """A build is over; without problems it made a site."""
        site = self.state.site if problems else stamp()
        with self._changed:
            self.state = State(site, problems, tried=True)
            self._changed.notify_all()

    def after(self, seen: State | None, seconds: float) -> State:
        """The state, as soon as it is another than `seen`, or when `seconds` are over."""
        with self._changed:
            self._changed.wait_for(lambda: self.state is not seen, seconds)
            return self.state


def stamp() -> str:
    """Another one for every build, also after a restart: a page in a browser knows by it that it is old."""
    return f"{time.time_ns():x}"
