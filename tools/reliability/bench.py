"""A project to break: the engine with a small content, its last good site, and words that have changed since."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple, Self

ENGINE = ("plugins", "theme", "tools", "pelicanconf.py", "publishconf.py")
CONTENT = ("content", "quizzes")
DAY = "2026-11-26"
LIMIT = 300.0  # seconds; what takes longer hangs, however busy the machine is
LETTERS = 1200  # of a line that somebody is told
FORGOTTEN = ("GIT_", "PANDU_", "SOURCE_DATE_EPOCH", "PYTHON", "VIRTUAL_ENV")  # of who runs it, by how they begin
IGNORED = "/output/\n/.pandu/\n__pycache__/\n"
MOMENT = f"{DAY}T09:00:00+07:00"  # of every commit
WHO = {"GIT_AUTHOR_NAME": "Siti", "GIT_AUTHOR_EMAIL": "siti@example.org"}
WHO |= {"GIT_COMMITTER_NAME": "Siti", "GIT_COMMITTER_EMAIL": "siti@example.org"}
WHO |= {
    "GIT_AUTHOR_DATE": MOMENT,
    "GIT_COMMITTER_DATE": MOMENT,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_GLOBAL": os.devnull,
}
KEPT = {"cache", "lock", "approve"}  # what may stay in .pandu/ between two runs

Files = dict[str, bytes]


class Ended(NamedTuple):
    """How a process ended, and what it told."""

    status: int
    out: str
    err: str

    @property
    def killed(self) -> bool:
        return self.status < 0


class Bench:
    """The project in a folder of its own. `good` is the last good site, `fresh` what its words make now."""

    def __init__(self, home: Path, good: Files, fresh: Files, words: Files) -> None:
        self.home, self.root, self.tmp = home, home / "project", home / "tmp"
        self.good, self.fresh, self.words = good, fresh, words
        self._changes: dict[str, int] = {}

    @classmethod
    def made(cls, home: Path, engine: Path, content: Path) -> Self:
        """Copied, committed, changed, committed and built; yesterday's site differs in every page."""
        bench = cls(home, {}, {}, {})
        bench.tmp.mkdir(parents=True)
        for names, source in ((ENGINE, engine), (CONTENT, content)):
            for name in names:
                copied(source / name, bench.root / name)
        (bench.root / ".gitignore").write_text(IGNORED, "utf-8")
        bench.git("init", "--quiet", "--initial-branch=main")
        bench.commit("First words")
        for path in bench.root.glob("content/pages/about/*.md"):
            path.write_bytes(path.read_bytes().replace(b"\nsummary: ", b"\nsummary: Pandu. ", 1))
        bench.commit("Say more")
        bench.build()
        bench.fresh, bench.words = bench.site(), bench.texts()
        bench.good = {name: data.replace(b"<title>", b"<title>Yesterday: ") for name, data in bench.fresh.items()}
        bench.ready()
        return bench

    def ready(self) -> None:
        """The last good site, the words of today, nothing half done."""
        gone(*(self.root / name for name in ("output", *CONTENT)))
        put(self.root / "output", self.good)
        put(self.root, self.words)
        for path in (self.root / ".pandu").glob("*"):
            if path.name != "cache":
                gone(path)
        gone(self.tmp)
        self.tmp.mkdir()

    def copy(self, home: Path) -> Self:
        """The same in another folder."""
        shutil.copytree(self.root, home / "project", symlinks=True)
        (home / "tmp").mkdir()
        return type(self)(home, self.good, self.fresh, self.words)

    # what is run in it

    def start(self, *command: str, through: tuple[str, ...] = (), **environment: str) -> subprocess.Popen:
        """Python with this command, in a group of its own; `through` is a program that starts it."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith(FORGOTTEN)}
        ours = {
            "PYTHONUTF8": "1",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PANDU_LANG": "en",
            "TMPDIR": str(self.tmp),
            "HOME": str(self.tmp),
        }
        return subprocess.Popen(
            [*through, sys.executable, *command],
            cwd=self.root,
            env=kept | ours | WHO | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="backslashreplace",
            start_new_session=True,
        )

    def run(self, *command: str, **how: object) -> Ended:
        return ended(self.start(*command, **how))

    def task(self, name: str, *actions: str, **options: object) -> tuple[str, ...]:
        """The command that calls a task's function, with what is done to it on the way (`doomed.py`)."""
        return ("-m", "tools.reliability.doomed", f"{name} {options!r}", *actions)

    def changes(self, name: str, **options: object) -> int:
        """How many changes to the disk a task makes where nothing disturbs it; the bench is ready again afterwards."""
        if name not in self._changes:
            count = self.home / "changes"
            self.run(*self.task(name, "count", str(count), **options))
            self.ready()
            self._changes[name] = int(count.read_bytes())
        return self._changes[name]

    def build(self) -> None:
        """An undisturbed one; whoever made this bench must be told if even that fails."""
        done = self.run("-m", "tools.build", "--as-of", DAY)
        if done.status:
            raise RuntimeError(done.out + done.err)

    def git(self, *arguments: str) -> str:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | WHO
        command = ["git", "-c", "safe.directory=*", "-c", "gc.auto=0", "-C", str(self.root), *arguments]
        return subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True).stdout

    def commit(self, subject: str) -> None:
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", subject)

    # what has to hold

    def flaw(self, *runs: Ended) -> str | None:
        """What does not hold after these runs, and after the build that follows them; nothing where all does."""
        return (
            next(filter(None, map(badly_told, runs)), None)
            or self.torn(killed=any(each.killed for each in runs))
            or self.not_mended()
        )

    def torn(self, killed: bool = False) -> str | None:
        """The last good site stands in output/, or the new one, whole; or the former waits for the next command."""
        found = self.site()
        if not found and killed:
            found = next(map(files, (self.root / ".pandu").glob("old-*")), {})
        return None if found in (self.good, self.fresh) else "output/ is neither the last good site nor the new one"

    def not_mended(self) -> str | None:
        """The next build makes what a first one makes, is quiet, and tidies up."""
        done = self.run("-m", "tools.build", "--as-of", DAY)
        if done.status or done.err:
            return f"the next build: {last_line(done)}"
        if self.site() != self.fresh:
            return "the next build makes another site than a clean one"
        return self.littered()

    def littered(self) -> str | None:
        left = [f".pandu/{each.name}" for each in (self.root / ".pandu").iterdir() if each.name not in KEPT]
        left += [f"tmp/{each.name}" for each in self.tmp.iterdir() if each.is_dir() or each.stat().st_size]
        left += [name for name in self.texts() if name not in self.words]
        return f"left behind: {', '.join(sorted(left))}" if left else None

    def site(self) -> Files:
        """What stands in output/."""
        return files(self.root / "output")

    def texts(self) -> Files:
        """What editors have written, hidden files too."""
        return {f"{folder}/{name}": data for folder in CONTENT for name, data in files(self.root / folder).items()}


def ended(process: subprocess.Popen) -> Ended:
    """Its end; what hangs is killed with all that it started, and says so."""
    try:
        out, err = process.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, 9)
        out, err = process.communicate()
        return Ended(process.returncode, out, f"{err}\nTraceback: it hung for {LIMIT:.0f} s")
    return Ended(process.returncode, out, err)


def badly_told(done: Ended) -> str | None:
    """A traceback, silence about a failure, or a line that nobody can read."""
    lines = done.err.splitlines()
    if "Traceback" in done.err:
        return f"a traceback: {last_line(done)}"
    if not lines and done.status > 0 and done.status != 130:
        return f"it ended with status {done.status} and told nothing"
    odd = next((each for each in lines if not each.isprintable() or len(each) > LETTERS), None)
    return f"nobody can read the line {odd[:200]!r}" if odd else None


def last_line(done: Ended) -> str:
    return next(reversed((done.err or done.out).strip().splitlines()), f"status {done.status}")[:300]


def copied(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(source, target)


def files(folder: Path) -> Files:
    """Every file below the folder by its name."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def put(folder: Path, wanted: Files) -> None:
    for name, data in wanted.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def gone(*paths: Path) -> None:
    for path in paths:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
