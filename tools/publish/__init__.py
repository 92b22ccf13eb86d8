"""Publishes the site: builds it from HEAD and adds it as one commit to the branch of the remote that a host shows.

    refuse ─ build ─ folder → commit on top of the remote's head ─ push, never forced

Not with ghp-import, which commits even when nothing changed, trusts the last state that was fetched, and updates a
branch that moved on by overwriting it.
"""

from pathlib import Path

from tools.build import ROOT, build
from tools.ending import Stop, exit_status
from tools.engine import settings_of
from tools.publish.branch import head_of, obstacle, read_branch, refuse_a_wrong_replace, refuse_the_project
from tools.publish.git import Git
from tools.publish.source import read_source
from tools.publish.tree import Tree, differing, read_tree, store_empty, store_folder, write_tree
from tools.summary import counted

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
            raise Stop("HEAD moved while the site was built; publish again")
        before = read_tree(self.git, self.branch.head) if self.branch.head else {}
        after = self.tree(before)
        if after == before and not self.covered:
            print(f"{self.branch}: {self.branch.head[:7]}, nothing changed; not published again")
            return
        commit = self.commit(after)
        self.push(commit)
        print(f"{self.branch}: {commit[:7]}, {line(before, after)}")

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
        from plugins.hub.day import the_day  # not above: what goes wrong in our modules is told from inside the build

        return the_day(self.as_of, self.root, settings_of(self.root, "publishconf.py", {})["TIMEZONE"]).isoformat()

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
            raise Stop(f"{self.branch}: somebody else published there meanwhile; publish again")
        raise Stop(f"{self.branch}: the remote refuses it: {answer.reason}; see whether you may push there")


def line(before: Tree, after: Tree) -> str:
    """12 files changed, 3 new, 1 removed."""
    new, removed = after.keys() - before.keys(), before.keys() - after.keys()
    counts = {"changed": differing(before, after) - new - removed, "new": new, "removed": removed}
    first, *others = [(len(names), word) for word, names in counts.items() if names] or [(0, "changed")]
    return ", ".join([f"{counted(first[0], 'file')} {first[1]}", *(f"{number} {word}" for number, word in others)])
