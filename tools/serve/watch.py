"""Notices edits of what the site is made of."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import watchfiles

FOLDERS = frozenset({"content", "quizzes", "theme", "plugins", "tools"})
FILES = frozenset({"pelicanconf.py", "publishconf.py"})

QUIET = 100  # milliseconds without an edit before a build: one save can be several edits


class AtRoot(watchfiles.DefaultFilter):
    def __call__(self, change: watchfiles.Change, path: str) -> bool:
        return Path(path).name in FOLDERS | FILES and super().__call__(change, path)


def watch(root: Path, stop: Event, edited: Callable[[], None]) -> None:
    """Call `edited` after every edit, until `stop`.

    The root, without what is below it, shows the settings files (many editors put a new file in the place of the old
    one, which a watch of the file itself would lose) and the folders as they come and go, as when git changes branches.
    """
    while not stop.is_set():
        with watched_folders(root, edited):
            for changes in watchfiles.watch(root, watch_filter=AtRoot(), recursive=False, step=QUIET, stop_event=stop):
                edited()
                if any(change != watchfiles.Change.modified and Path(path).name in FOLDERS for change, path in changes):
                    break


@contextmanager
def watched_folders(root: Path, edited: Callable[[], None]) -> Iterator[None]:
    folders = [root / name for name in sorted(FOLDERS) if (root / name).is_dir()]
    stop = Event()

    def work() -> None:
        for _ in watchfiles.watch(*folders, step=QUIET, stop_event=stop):
            edited()

    thread = Thread(target=work)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
