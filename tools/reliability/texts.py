"""Files of the project's own content, damaged: read in this process, many of them in one tree, as `check` reads them.

All mistakes are told at once, so one reading judges many files; where it fails, each of them is read alone.
"""

import re
import shutil
import signal
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from random import Random

from plugins.hub.tree import read_tree
from plugins.shared.document import read_document
from plugins.shared.problem import Problem, Problems
from plugins.shared.reading import Reading
from tools.engine import settings_of
from tools.reliability.bench import CONTENT, DAY, LETTERS, Bench
from tools.reliability.damage import DAMAGES
from tools.reliability.fault import Outcome
from tools.tree import asked

NAME = "files"
TIMES = 40
ROOT = Path(__file__).resolve().parents[2]
TOGETHER = 25
PATIENCE = 60.0  # seconds of the processor; to read the whole content takes two or three
LINES = 100  # of one file, some of whose lines may stand there five times
LOCALE = "theme/locale"
LINE = re.compile(r"[^\n:]+:\d+:\d+: [EW]\d{3} \S.*")


def run(bench: Bench, random: Random) -> Outcome:
    """With the words of the project itself: they have every kind of file."""
    return judged(ROOT, ROOT, random)


def judged(engine: Path, content: Path, random: Random, count: int = TOGETHER) -> Outcome:
    with tempfile.TemporaryDirectory(prefix="pandu-") as folder:
        tree = Spoiled(Path(folder).resolve(), engine, content)
        chosen = random.sample(tree.names, min(count, len(tree.names)))
        for name in chosen:
            tree.damage(name, random)
        told = ", ".join(f"{name} {tree.ways[name]}" for name in chosen)
        return Outcome(f"read, {told}", tree.flaw(chosen), len(chosen))


class Spoiled:
    """A copy of the content and of the catalogues, some of whose files are damaged."""

    def __init__(self, root: Path, engine: Path, content: Path) -> None:
        self.root, self.engine = root, engine
        self.ways: dict[str, str] = {}
        self._good: dict[str, bytes] = {}
        for name, source in ((CONTENT[0], content), (CONTENT[1], content), (LOCALE, engine)):
            shutil.copytree(source / name, root / name)
        paths = (path for path in root.rglob("*") if path.is_file())
        self.names = sorted(path.relative_to(root).as_posix() for path in paths)

    def damage(self, name: str, random: Random) -> None:
        path, way = self.root / name, random.choice(DAMAGES)
        self.ways[name], self._good[name] = way.__name__, path.read_bytes()
        path.write_bytes(way(self._good[name], random))

    def flaw(self, names: list[str]) -> str | None:
        """What does not hold of these damaged files; where one makes the reading fail, which it is."""
        try:
            with within(PATIENCE):
                problems = self.problems()
        except Exception as error:  # noqa: BLE001 - any is what is looked for
            if len(names) == 1:
                what = f"{type(error).__name__} {error}"[:300]
                return f"{names[0]} {self.ways[names[0]]}: reading fails: {what}"
            alone = (flaw for name in names if (flaw := self._alone(name, names)))
            return next(alone, None) or f"reading fails: {type(error).__name__} {error}"[:300]
        lines = Counter(each.path for each in problems)
        odd = next((each for each in map(str, problems) if not readable(each)), None)
        if odd:
            return f"nobody can read the line {odd[:200]!r}"
        name = next((name for name, count in lines.items() if count > LINES), None)
        return f"{name}: {lines[name]} lines are told of one mistake" if name else None

    def problems(self) -> list[Problem]:
        """As `check` reads them."""
        problems = Problems()
        settings = settings_of(self.engine, "pelicanconf.py", {})
        reading = Reading(
            root=self.root,
            languages=tuple(settings["LANGUAGES"]),
            day=date.fromisoformat(DAY),
            problems=problems,
            document=lambda path: read_document(path, self.root, problems),
            theme=self.engine / "theme",
        )
        read_tree(asked(settings["PLUGINS"]), reading, self.root / LOCALE)
        return list(problems)

    def _alone(self, name: str, names: list[str]) -> str | None:
        spoiled = {each: (self.root / each).read_bytes() for each in names}
        for each in names:
            (self.root / each).write_bytes(spoiled[each] if each == name else self._good[each])
        found = self.flaw([name])
        for each in names:
            (self.root / each).write_bytes(spoiled[each])
        return found


def readable(line: str) -> bool:
    return LINE.fullmatch(line) is not None and line.isprintable() and len(line) <= LETTERS


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """TimeoutError after so many seconds of the processor; a busy machine is no fault of a file."""

    def ring(*_: object) -> None:
        raise TimeoutError(f"not done after {seconds:.0f} s")

    if not hasattr(signal, "setitimer"):  # Windows has none
        yield
        return
    before = signal.signal(signal.SIGVTALRM, ring)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
