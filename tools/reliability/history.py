"""A git repository that is damaged or gone: the site is built without what only git knew."""

import shutil
from pathlib import Path
from random import Random

from tools.reliability.bench import DAY, Bench, badly_told, gone
from tools.reliability.fault import Outcome

NAME = "history"
TIMES = 6


def run(bench: Bench, random: Random) -> Outcome:
    way = random.choice(sorted(WAYS))
    git, aside = bench.root / ".git", bench.home / "git"
    git.rename(aside)
    try:
        bench.build()
        without = bench.site()
        shutil.copytree(aside, git)
        bench.ready()
        WAYS[way](git, random)
        runs = [bench.run(*bench.task(task, as_of=DAY)) for task in ("check", "build")]
        found = bench.site()
    finally:
        gone(git)
        aside.rename(git)
    flaw = next(filter(None, map(badly_told, runs)), None)
    if not flaw and any(each.status for each in runs):
        flaw = "it was not built"
    if not flaw and found not in (without, bench.fresh):
        flaw = "it was built otherwise than without git"
    return Outcome(f"check and build, {way}", flaw or bench.not_mended())


def lose_objects(git: Path, random: Random) -> None:
    for path in sorted(path for path in (git / "objects").rglob("*") if path.is_file()):
        if random.random() < 0.3:
            path.unlink()


def spoil_objects(git: Path, random: Random) -> None:
    for path in sorted(path for path in (git / "objects").rglob("*") if path.is_file()):
        if random.random() < 0.2:
            path.chmod(0o644)
            path.write_bytes(path.read_bytes()[: random.randrange(40)])


WAYS = {
    "HEAD names nothing": lambda git, random: (git / "HEAD").write_text("ref: refs/heads/nowhere\n", "utf-8"),
    "HEAD is noise": lambda git, random: (git / "HEAD").write_bytes(random.randbytes(60)),
    "HEAD is empty": lambda git, random: (git / "HEAD").write_bytes(b""),
    "some objects are gone": lose_objects,
    "some objects are cut off": spoil_objects,
    "the index is cut off": lambda git, random: (git / "index").write_bytes((git / "index").read_bytes()[:50]),
    "a lock was left": lambda git, random: (git / "index.lock").write_bytes(b""),
    ".git is a file": lambda git, random: (gone(git), git.write_bytes(b"gitdir: nowhere\n")),
    "the settings are noise": lambda git, random: (git / "config").write_bytes(random.randbytes(60)),
}
