"""Publishes the site: builds it from HEAD and adds it as one commit to the branch of the remote that a host shows.

    refuse ─ build ─ folder → commit on top of the remote's head ─ push, never forced

Not with ghp-import, which commits even when nothing changed, trusts the last state that was fetched, and updates a
branch that moved on by overwriting it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from plugins.shared.message import Listed, Message, counted
from plugins.shared.telling import tell
from tools.build import ROOT, build
from tools.ending import Stop, exit_status
from tools.engine import the_day_of
from tools.publish.branch import head_of, obstacle, read_branch, refuse_a_wrong_replace, refuse_the_project
from tools.publish.git import Git
from tools.publish.lost import refuse_what_leads_nowhere
from tools.publish.refusal import refused
from tools.publish.source import read_source
from tools.publish.tree import Tree, differing, read_tree, store_empty, store_folder, write_tree

NOBODY = {"NAME": "Pandu", "EMAIL": "pandu@localhost"}  # where git knows no name, as in a workflow
COLUMNS = 72  # of a commit's subject


def publish(
    remote: str = "origin",
    branch: str = "gh-pages",
    as_of: str | None = None,
    replace: str | None = None,
    root: Path = ROOT,
) -> int:
    """The exit status: 0 and the branch shows the site of HEAD, or what is wrong has been told and nothing pushed."""
    root = root.resolve()
    publication = Publication(root, as_of)
    return (
        exit_status(root, lambda: publication.prepare(remote, branch, replace))
        or build(as_of=as_of, root=root)
        or exit_status(root, publication.finish)
    )


class Publication:
    """One run, in two halves: the site is built in between."""

    def __init__(self, root: Path, as_of: str | None):
        self.root = root
        self.as_of = as_of
        self.git = Git(root)

    def prepare(self, remote: str, branch: str, replace: str | None) -> None:
        """Whatever can be refused is refused before a minute goes into building."""
        self.source = read_source(self.git)
        self.branch = read_branch(self.git, remote, branch)
        refuse_the_project(self.git, self.branch)
        if replace is not None:
            refuse_a_wrong_replace(self.git, self.branch, replace)
        self.covered = obstacle(self.git, self.branch)
        if self.covered and replace is None:
            raise Stop(self.covered)

    def finish(self) -> None:
        """The built folder becomes the branch's next commit, if it is another than the last."""
        if read_source(self.git) != self.source:
            raise Stop(Message("HEAD moved while the site was built; publish again"))
        before = read_tree(self.git, self.branch.head) if self.branch.head else {}
        after = self.tree(before)
        if after == before and not self.covered:
            head = self.branch.head[:7]
            tell(Message("{branch}: {head}, nothing changed; not published again", branch=self.branch, head=head))
            return
        if not self.covered:
            refuse_what_leads_nowhere(self.git, self.branch, before, after)
        commit = self.commit(after)
        self.push(commit)
        changes = Listed(", ", line(before, after))
        tell(Message("{branch}: {head}, {changes}", branch=self.branch, head=commit[:7], changes=changes))

    def tree(self, before: Tree) -> Tree:
        """What was built, the file without which a host drops names with `_`, and the host's own note of its domain."""
        kept = {"CNAME": before["CNAME"]} if "CNAME" in before else {}
        return {".nojekyll": store_empty(self.git)} | kept | store_folder(self.git, self.root / "output")

    def commit(self, tree: Tree) -> str:
        parent = ("-p", self.branch.head) if self.branch.head else ()
        message = f"{self.subject()}\n\nSource: {self.source}\nAs-Of: {self.day()}\n"
        return self.git("commit-tree", write_tree(self.git, tree), *parent, given=message, **self.identity())

    def subject(self) -> str:
        subject = f"Publish {self.source[:7]}: {self.git('log', '-1', '--format=%s', self.source)}"
        return subject if len(subject) <= COLUMNS else f"{subject[: COLUMNS - 1].rstrip()}…"

    def day(self) -> str:
        """The day that the site was built for."""
        return the_day_of(self.root, "publishconf.py", self.as_of)

    def identity(self) -> dict[str, str]:
        """For git's environment; empty for whom git knows. What it would guess from the machine's name is nobody."""
        unknown = [
            who
            for who in ("AUTHOR", "COMMITTER")
            if self.git.ask("-c", "user.useConfigOnly=true", "var", f"GIT_{who}_IDENT").status
        ]
        return {f"GIT_{who}_{part}": value for who in unknown for part, value in NOBODY.items()}

    def push(self, commit: str) -> None:
        """On top of the head that we saw, or not at all: git refuses to push over another."""
        answer = self.git.ask("push", "--porcelain", self.branch.remote, f"{commit}:{self.branch.ref}")
        if not answer.status:
            return
        if head_of(self.git, self.branch) != self.branch.head:
            message = Message("{branch}: somebody else published there meanwhile; publish again", branch=self.branch)
            raise Stop(message)
        raise Stop(refused(self.branch, answer))


def line(before: Tree, after: Tree) -> Iterator[Message]:
    """12 files changed, 3 new, 1 removed."""
    new, removed = after.keys() - before.keys(), before.keys() - after.keys()
    counts = {CHANGED: differing(before, after) - new - removed, NEW: new, REMOVED: removed}
    first, *others = [(len(names), words) for words, names in counts.items() if names] or [(0, CHANGED)]
    yield counted(first[0], first[1].one, first[1].several)
    yield from (words.more.filled(count=count) for count, words in others)


class Counted(NamedTuple):
    """How it is said of one file, of several, and behind another count."""

    one: Message
    several: Message
    more: Message


CHANGED = Counted(Message("{count} file changed"), Message("{count} files changed"), Message("{count} changed"))
NEW = Counted(Message("{count} file new"), Message("{count} files new"), Message("{count} new"))
REMOVED = Counted(Message("{count} file removed"), Message("{count} files removed"), Message("{count} removed"))
