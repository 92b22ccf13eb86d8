"""A site of a few lines, built by the real tools in processes of their own."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60  # seconds; how long a test waits for what must come, never how fast something has to be

SETTINGS = """
PATH = "content"
PLUGIN_PATHS = ["."]
PLUGINS = ["maker"]
TIMEZONE = "Asia/Jakarta"
LOCALE = ["C"]
ARTICLE_PATHS = PAGE_PATHS = STATIC_PATHS = THEME_STATIC_PATHS = DIRECT_TEMPLATES = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
READERS = {"rst": None, "html": None, "htm": None}
"""

# The engine of the small site: does what content/act.py says, then makes a page from content/words.txt.
MAKER = """
import sys
from pathlib import Path

from pelican import signals
from plugins.shared.problem import Problems, TreeHasProblems


def make(pelican):
    content, site = Path(pelican.path), Path(pelican.output_path)

    def problem(line):
        print(line, file=sys.stderr)
        raise TreeHasProblems(Problems())

    act = compile((content / "act.py").read_text("utf-8"), content / "act.py", "exec")
    exec(act, {"site": site, "settings": pelican.settings, "problem": problem})
    if pelican.settings["WRITES"]:
        words = (content / "words.txt").read_text("utf-8")
        for address in ("index.html", "404.html", "id/index.html", "en/index.html"):
            page = site / address
            page.parent.mkdir(exist_ok=True)
            lang = "id" if address.startswith("id/") else "en"
            page.write_text(f'<!doctype html><html lang="{lang}"><head></head><body>{address}: {words}', "utf-8")


def register():
    signals.finalized.connect(make)
"""


class Project:
    """A project folder with the small site in it."""

    def __init__(self, root: Path):
        self.root = root
        self.output = root / "output"
        (root / "content").mkdir(parents=True)
        (root / "pelicanconf.py").write_text(SETTINGS, "utf-8")
        (root / "publishconf.py").write_text("from pelicanconf import *\n", "utf-8")
        (root / "maker.py").write_text(MAKER, "utf-8")
        self.act("")
        self.words("first")

    def act(self, code: str) -> None:
        (self.root / "content" / "act.py").write_text(code, "utf-8")

    def words(self, words: str) -> None:
        (self.root / "content" / "words.txt").write_text(words, "utf-8")

    def start(self, *arguments: str) -> subprocess.Popen:
        """Python with `arguments`, in the project's folder."""
        path = os.pathsep.join([str(ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
        environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return subprocess.Popen(
            [sys.executable, "-X", "utf8", *arguments],
            cwd=self.root,
            env=environment | {"PYTHONPATH": path},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )

    def start_build(self, *options: str) -> subprocess.Popen:
        return self.start("-m", "tools.build", "--root", str(self.root), *options)

    def build(self, *options: str) -> "Ended":
        return Ended(self.start_build(*options))

    def python(self, code: str) -> "Ended":
        return Ended(self.start("-c", code))

    def reached(self, name: str = "reached") -> None:
        """Wait until the build has made the file `name`."""
        until = time.monotonic() + PATIENCE
        while not (self.root / name).exists():
            assert time.monotonic() < until, f"no {name}"
            time.sleep(0.02)

    def kill_when_reached(self, process: subprocess.Popen) -> None:
        self.reached()
        process.kill()
        process.communicate(timeout=PATIENCE)

    def site(self) -> dict[str, bytes]:
        """The published site, byte for byte."""
        files = sorted(path for path in self.output.rglob("*") if path.is_file())
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in files}

    def leftovers(self) -> list[str]:
        return sorted(path.name for path in (self.root / ".pandu").iterdir() if path.name != "lock")


class Ended:
    """What a process said, and its exit status."""

    def __init__(self, process: subprocess.Popen):
        self.out, self.err = process.communicate(timeout=PATIENCE)
        self.status = process.returncode


@pytest.fixture(scope="session")
def make_project() -> type[Project]:
    return Project


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path.resolve() / "project")


@pytest.fixture
def built(project: Project) -> Project:
    """The project with a good site, whose words then change, so that a next build would be another site."""
    assert project.build().status == 0
    project.good = project.site()
    project.words("second")
    return project


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Project]:
    """The project with a good site, on a disk of its own of half a megabyte."""
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can make a small disk")
    disk = tmp_path.resolve() / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=512k", "pandu", str(disk)]
    made = subprocess.run(mount, check=False, capture_output=True, text=True)
    if made.returncode:
        pytest.skip(f"no small disk here: {made.stderr.strip()}")
    try:
        project = Project(disk / "project")
        assert project.build().status == 0
        project.good = project.site()
        yield project
    finally:
        subprocess.run(["umount", str(disk)], check=True)
