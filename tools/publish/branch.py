"""The branch of the remote that a host shows, and whether the site of HEAD may come on top of what stands there."""

import re
from typing import NamedTuple

from plugins.shared.message import Listed, Message
from tools.ending import Stop
from tools.publish.git import Git
from tools.publish.refusal import unreached
from tools.publish.tree import differing, read_tree

HOSTS_OWN = {"CNAME", ".nojekyll"}  # what a host's settings page writes there itself


class Branch(NamedTuple):
    remote: str
    name: str
    head: str  # the full name of its last commit; empty where there is no such branch yet

    def __str__(self) -> str:
        return f"{self.remote}/{self.name}"

    @property
    def ref(self) -> str:
        return f"refs/heads/{self.name}"


def read_branch(git: Git, remote: str, name: str) -> Branch:
    """The branch as it is on the remote now; its history is fetched, and none of the user's branches changes."""
    branch = Branch(remote, name, "")
    if git.ask("check-ref-format", branch.ref).status:
        raise Stop(Message("--branch {name}: no name of a branch; write it like gh-pages", name=name))
    known = git("remote").splitlines()
    if remote not in known:
        hint = Message("add it with `git remote add {remote} <its address>`", remote=remote)
        if known:
            hint = Message("there is {known}", known=Listed(", ", known))
        raise Stop(Message("{remote}: no such remote; {hint}", remote=remote, hint=hint))
    branch = branch._replace(head=head_of(git, branch))
    if branch.head:
        reach(git, branch, "fetch", "--quiet", "--no-tags", "--no-write-fetch-head", remote, branch.ref)
    return branch


def head_of(git: Git, branch: Branch) -> str:
    """What the remote says now, empty where it has no such branch."""
    lines = reach(git, branch, "ls-remote", branch.remote, branch.ref).splitlines()
    return next((head for head, ref in map(str.split, lines) if ref == branch.ref), "")


def reach(git: Git, branch: Branch, *arguments: str) -> str:
    answer = git.ask(*arguments)
    if answer.status:
        raise Stop(unreached(branch.remote, answer))
    return answer.out


def refuse_the_project(git: Git, branch: Branch) -> None:
    """A mistyped `--branch main` must not put the site where the project is."""
    for commit in (branch.head, branch.ref):
        if commit and git.ask("merge-base", "HEAD", commit).status == 0:
            message = Message(
                "{branch}: holds the project itself; choose a branch that is only for the site", branch=branch
            )
            raise Stop(message)


def refuse_a_wrong_replace(git: Git, branch: Branch, replace: str) -> None:
    """What may be covered is what somebody has looked at, and nothing that came later."""
    if not branch.head:
        message = Message(
            "--replace {replace}: there is no {branch} yet; publish without it", replace=replace, branch=branch
        )
        raise Stop(message)
    if len(replace) < 7 or not branch.head.startswith(replace.lower()):
        message = Message(
            "--replace {replace}: {branch} is at {commit}; look at that one and name it",
            replace=replace,
            branch=branch,
            commit=described(git, branch.head),
        )
        raise Stop(message)


def obstacle(git: Git, branch: Branch) -> Message | None:
    """Why the site of HEAD must not come on top of what stands there, and what to do; nothing if it may."""
    if not branch.head:
        return None
    cover = f"--replace {branch.head[:7]}"
    commit, source = last_published(git, branch.head)
    if not commit and is_shallow(git):
        return Message(
            "{branch}: a shallow clone can't tell whether {commit} was made by publishing; "
            "get all of its history (`git fetch --unshallow`; in a workflow `fetch-depth: 0`), then publish again",
            branch=branch,
            commit=branch.head[:7],
        )
    if not commit or differing(read_tree(git, commit), read_tree(git, branch.head)) - HOSTS_OWN:
        return Message(
            "{branch}: {commit} was not made by publishing; "
            "look at it (`{show}`), save what is worth it, then publish on top with {cover}",
            branch=branch,
            commit=described(git, branch.head),
            show=f"git show {branch.head[:7]}",
            cover=cover,
        )
    if git.ask("merge-base", "--is-ancestor", source, "HEAD").status == 0:
        return None
    if is_shallow(git):
        return Message(
            "{branch}: published from {source}, and a shallow clone can't tell whether HEAD is newer; "
            "get all of its history (`git fetch --unshallow`; in a workflow `fetch-depth: 0`), then publish again",
            branch=branch,
            source=source[:7],
        )
    return Message(
        "{branch}: published from {source}, which HEAD does not contain; "
        "get the newest project (`git pull`) and publish again, or publish this one on top with {cover}",
        branch=branch,
        source=source[:7],
        cover=cover,
    )


def is_shallow(git: Git) -> bool:
    return git("rev-parse", "--is-shallow-repository") == "true"


def last_published(git: Git, head: str) -> tuple[str, str]:
    """The last commit up to `head` that publishing made, and the project's commit that it shows; or twice nothing."""
    form = "--format=%H %(trailers:key=Source,valueonly)"
    found = git("log", "-1", "--first-parent", "--basic-regexp", "--grep=^Source: ", form, head)
    commit, _, source = found.strip().partition(" ")
    return (commit, source) if re.fullmatch(r"[0-9a-f]{40,64}", source) else ("", "")


def described(git: Git, commit: str) -> Message:
    day, _, subject = git("log", "-1", "--date=short", "--format=%ad %s", commit).partition(" ")
    return Message("{commit} of {day} ({subject!r})", commit=commit[:7], day=day, subject=subject)
