"""What a branch has brought: the problems that did not stand where it began.

Not those of the files that it touches: who removes a section breaks the quiz that cites it, in a file of its own.
"""

import tempfile
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.problem import Problem
from tools.ending import Stop
from tools.publish.git import Git

WORDS = ("content", "quizzes")  # both are read by today's engine: another one would tell of other things


def earlier(root: Path, since: str) -> str:
    """The commit at which HEAD left `since`; stops where git can't tell."""
    git = Git(root)
    if git.ask("rev-parse").status:
        raise Stop(Message("--since {since}: this folder is no git checkout; check without it", since=since))
    if git.ask("rev-parse", "--verify", "--quiet", f"{since}^{{commit}}").status:
        raise Stop(Message("--since {since}: no such commit here; get it first (`git fetch origin`)", since=since))
    found = git.ask("merge-base", since, "HEAD")
    if not found.status:
        return found.out.strip()
    if git.ask("rev-parse", "--is-shallow-repository").out.strip() == "true":
        raise Stop(
            Message(
                "--since {since}: a shallow clone can't tell where this branch began; get all of its history "
                "(`git fetch --unshallow`; in a workflow `fetch-depth: 0`)",
                since=since,
            )
        )
    raise Stop(Message("--since {since}: HEAD has no history in common with it; name another", since=since))


def standing(root: Path, commit: str, look: Callable[[Path], Sequence[Problem]]) -> Sequence[Problem]:
    """What `look` finds in the words and quizzes as they were at that commit; none where there were none."""
    git = Git(root)
    names = [name for name in WORDS if git.ask("ls-tree", commit, "--", name).out]
    if "content" not in names:
        return ()
    with tempfile.TemporaryDirectory(prefix="pandu-") as folder:
        archive = Path(folder, "archive.zip")
        made = git.ask("archive", "--format=zip", f"--output={archive}", commit, "--", *names)
        if made.status:
            raise Stop(Message("git archive: {reason}; mend that and check again", reason=made.reason))
        with zipfile.ZipFile(archive) as files:
            files.extractall(Path(folder, "project"))
        return look(Path(folder, "project", "content"))


def new(found: Sequence[Problem], before: Sequence[Problem]) -> list[Problem]:
    """Those of `found` that go beyond what stood there; lines move, so a problem is known by its file and its words."""
    left = Counter(map(known, before))
    fresh = []
    for each in found:
        if left[known(each)]:
            left[known(each)] -= 1
        else:
            fresh.append(each)
    return fresh


def known(problem: Problem) -> tuple[str, str, str]:
    return problem.path, problem.code, problem.message
