"""Publishing that is killed in the middle: the branch shows the last site or the new one; the next time succeeds."""

import io
import subprocess
import tarfile
from pathlib import Path
from random import Random

from tools.reliability.bench import Bench, Ended, Files, badly_told, gone
from tools.reliability.fault import Outcome

NAME = "publish"
TIMES = 10
BRANCH = "gh-pages"


def run(bench: Bench, random: Random) -> Outcome:
    remote = bench.home / "remote.git"
    gone(remote)
    subprocess.run(["git", "init", "--quiet", "--bare", str(remote)], check=True)
    if "origin" not in bench.git("remote"):
        bench.git("remote", "add", "origin", str(remote))
    bench.git("checkout", "--quiet", "HEAD~1")
    bench.run(*bench.task("publish"))
    bench.git("checkout", "--quiet", "main")
    first, old, of = head(remote), site_on(remote), bench.changes("publish")
    subprocess.run(["git", "-C", str(remote), "update-ref", f"refs/heads/{BRANCH}", first], check=True)
    bench.ready()
    at = random.randint(1, of) if random.random() < 0.3 else random.randint(of - 40, of)
    ended = bench.run(*bench.task("publish", "kill", str(at)))
    what = f"publish, killed before change {at} of {of}"
    return Outcome(what, flaw_of(bench, remote, old, ended))


def flaw_of(bench: Bench, remote: Path, old: Files, ended: Ended) -> str | None:
    if flaw := badly_told(ended) or bench.torn(killed=True):
        return flaw
    if site_on(remote) not in (old, bench.fresh):
        return "the branch shows neither the last site nor the new one"
    subprocess.run(["git", "-C", str(remote), "fsck", "--connectivity-only"], check=True, capture_output=True)
    again = bench.run(*bench.task("publish"))
    if again.status or again.err:
        return f"the next time: {again.err[-300:]}"
    if site_on(remote) != bench.fresh:
        return "the next time publishes another site"
    return bench.flaw()


def head(remote: Path) -> str:
    return subprocess.run(
        ["git", "-C", str(remote), "rev-parse", BRANCH], check=True, capture_output=True, text=True
    ).stdout.strip()


def site_on(remote: Path) -> Files:
    """What the branch shows."""
    packed = subprocess.run(["git", "-C", str(remote), "archive", BRANCH], check=True, capture_output=True).stdout
    with tarfile.open(fileobj=io.BytesIO(packed)) as archive:
        found = {each.name: archive.extractfile(each).read() for each in archive if each.isfile()}
    return {name: data for name, data in found.items() if name != ".nojekyll"}
