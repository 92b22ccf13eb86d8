"""On which day the words of a text last changed: from git, in a few calls however many texts there are.

Another thing than *reviewed*, which is in the front matter and changes no word. Where the history doesn't say, nothing
does: in an archive, for a file with changes that are not committed, for what was there when a shallow clone begins.
"""

import os
import subprocess
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

FOLDER = "content"
FRONT = b"---\n"
WORDS = (b"title:", b"summary:")  # of the front matter, what readers read
START = b"commit "
LINE = (
    "--first-parent",
    "-m",
)  # what a merge brings changes then: one version follows another


class Version(NamedTuple):
    """A file as a commit left it: when, and its bytes as git calls them."""

    moment: int
    blob: str
    known: bool  # False where the commit is the first that is here, and the file may be older


def changed(root: Path, timezone: str) -> Mapping[str, date]:
    """The day by the name of each Markdown file, in the site's time zone."""
    versions = versions_of(root)
    words = dict(words_of(root, {each.blob for found in versions.values() for each in found}))
    days = {}
    for name, found in versions.items():
        path = root / name
        if not path.is_file() or read_words(path.read_bytes()) != words.get(found[0].blob):
            continue
        same = [each for each, _ in zip(found, run(found, words), strict=False)]
        if same[-1].known:
            days[name] = datetime.fromtimestamp(same[-1].moment, UTC).astimezone(ZoneInfo(timezone)).date()
    return days


def run(found: list[Version], words: Mapping[str, bytes]) -> Iterator[Version]:
    """From the newest on, the versions that have the same words."""
    for each in found:
        if words.get(each.blob) != words.get(found[0].blob):
            return
        yield each


def versions_of(root: Path) -> dict[str, list[Version]]:
    """Each file's versions, the newest first, also under the names that it had before."""
    form = f"--format={START.decode()}%ct %H"
    told = git(root, "log", *LINE, "--raw", "--no-abbrev", "-z", "-M", "--relative", form, "--", FOLDER)
    first = first_commits(root) if told else set()
    found: dict[str, list[Version]] = {}
    called: dict[str, str] = {}  # by the name in the commits to come, the name today
    for moment, commit, status, blob, (before, *after) in changes(told):
        name = after[0] if after else before
        today = called.get(name, name)
        if status != "D":
            found.setdefault(today, []).append(Version(moment, blob, commit not in first))
        called.pop(name, None)
        if status != "A":
            called[before] = today
    return {name: each for name, each in found.items() if name.endswith(".md")}


def changes(told: bytes) -> Iterator[tuple[int, str, str, str, list[str]]]:
    """Moment and commit, what was done, the blob, and the name; the one before and the one after, where it moved."""
    moment, commit = 0, ""
    parts = iter(told.split(b"\0"))
    for part in map(bytes.strip, parts):
        if part.startswith(START):
            _, seconds, commit = part.decode().split()
            moment = int(seconds)
        elif part:
            *_, blob, status = part.decode().split()
            yield moment, commit, status[0], blob, [os.fsdecode(next(parts)) for _ in range(1 + (status[0] == "R"))]


def first_commits(root: Path) -> set[str]:
    """Where a shallow clone begins; none where all of the history is here."""
    if git(root, "rev-parse", "--is-shallow-repository").strip() != b"true":
        return set()
    return set(git(root, "rev-list", "--max-parents=0", "HEAD").decode().split())


def words_of(root: Path, blobs: set[str]) -> Iterator[tuple[str, bytes]]:
    """The words of each version, by one process for all of them."""
    answer = git(root, "cat-file", "--batch", given="".join(f"{each}\n" for each in sorted(blobs)).encode())
    at = 0
    while at < len(answer):
        end = answer.index(b"\n", at)
        blob, kind, *size = answer[at:end].decode().split()
        at = end + 1
        if kind == "blob":
            yield blob, read_words(answer[at : at + int(size[0])])
            at += int(size[0]) + 1


def read_words(data: bytes) -> bytes:
    """What of a file readers read, however it is broken into lines."""
    text = data.replace(b"\r\n", b"\n")
    _, front, body = text.split(FRONT, 2) if text.count(FRONT) > 1 else (b"", b"", text)
    said = [line for line in front.splitlines() if line.startswith(WORDS)]
    return b" ".join(b" ".join([*said, body]).split())


def git(root: Path, *arguments: str, given: bytes = b"") -> bytes:
    """What git says; nothing where there is no git, no history, or nothing to say."""
    settings = ["-c", "safe.directory=*", "-c", "log.showSignature=false", "-c", "log.showRoot=true"]
    try:
        done = subprocess.run(
            ["git", *settings, "-C", str(root), *arguments], input=given, capture_output=True, check=False
        )
    except OSError:
        return b""
    return done.stdout if done.returncode == 0 else b""
