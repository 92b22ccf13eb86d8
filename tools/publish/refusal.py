"""Why a remote did not do what it was asked, and what to do: hosts say it in many lines, we in one of theirs."""

import re

from plugins.shared.message import Message
from tools.publish.git import Answer

# What GitHub, GitLab and git itself have been seen to say.
PROTECTED = re.compile(r"GH006|GH013|protected branch|rule violations|branch is protected", re.IGNORECASE)
FORBIDDEN = re.compile(
    r"denied to|not allowed to push|read.only|write access|error: 403|HTTP 403|insufficient permission"
    r"|unable to create temporary object directory",
    re.IGNORECASE,
)
CUT_OFF = re.compile(r"shallow update not allowed")
NO_WAY = re.compile(
    r"resolve host|failed to connect|couldn't connect|connection (timed out|refused|reset)|unreachable|no route to",
    re.IGNORECASE,
)
LOCKED = re.compile(
    r"authentication failed|could not read (username|password)|permission denied|host key|error: 40[13]|access denied",
    re.IGNORECASE,
)


def refused(branch: object, answer: Answer) -> Message:
    """Why it took no commit, though nobody else had published meanwhile."""
    if line := answer.line(PROTECTED):
        return Message(
            "{branch}: it is protected: {line}; let whoever publishes push there (GitHub: Settings, Rules or Branches; "
            "GitLab: Settings, Repository), or choose another one with --branch",
            branch=branch,
            line=line,
        )
    if line := answer.line(FORBIDDEN):
        return Message(
            "{branch}: you may not push there: {line}; ask its owner for the right to write "
            "(in a workflow `permissions: contents: write`), then publish again",
            branch=branch,
            line=line,
        )
    if answer.line(CUT_OFF):
        return Message(
            "{branch}: the remote takes nothing whose history is cut off; get all of it (`git fetch --unshallow`; "
            "in a workflow `fetch-depth: 0`), then publish again",
            branch=branch,
        )
    return Message(
        "{branch}: the remote refuses it: {reason}; see whether you may push there",
        branch=branch,
        reason=answer.reason,
    )


def unreached(remote: str, answer: Answer) -> Message:
    """Why nothing could be learned from it."""
    if line := answer.line(NO_WAY):
        return Message("{remote}: no way to it: {line}; see the network, then publish again", remote=remote, line=line)
    if line := answer.line(LOCKED):
        return Message(
            "{remote}: it does not let you in: {line}; see that `git fetch {remote}` works here without asking "
            "for a password, then publish again",
            remote=remote,
            line=line,
        )
    return Message(
        "{remote}: can't be reached: {reason}; "
        "see its address (`git remote -v`), the network, and that git gets in without asking for a password",
        remote=remote,
        reason=answer.reason,
    )
