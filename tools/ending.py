"""How a command ends: what the user is told, and the exit status. 2: the tree has problems; 1: anything else."""

import errno
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.problem import TreeHasProblems
from plugins.shared.telling import tell
from tools.lock import HeldTooLong


class Stop(Exception):
    """A reason to stop that one line explains."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


class Warned(Exception):
    """A tool warned, and the line that says so has been printed."""


# What the machine can refuse, and what to do about it. Any other OSError is a bug of ours.
FULL = Message("free some space and try again")
CLOSED = Message("see who owns it, and that no program holds it open")
IN_THE_WAY = Message("a file stands where a folder should, or a folder where a file should; move it away")
ADVICE = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EFBIG: Message("this machine lets no file grow so large; see its limits (`ulimit -f`) and try again"),
    errno.EIO: Message("the disk fails; save what is on it, and work on another"),
    errno.EEXIST: IN_THE_WAY,
    errno.ENOTDIR: IN_THE_WAY,
    errno.EISDIR: IN_THE_WAY,
    errno.ENOENT: Message("it was there a moment ago; try again once no other program changes the folder"),
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EROFS: Message("work in a folder that can be written"),
    errno.EXDEV: Message("choose an output folder inside the project"),
    errno.EBUSY: Message("choose an output folder that is no mount point and that no program holds"),
}

WRITTEN = ("content/", "quizzes/")  # by editors, whose other programs may move files at any time


def shown(path: Path | str, root: Path) -> str:
    """`path` as messages name it: from the root, with `/` on every system."""
    path = Path(path)
    return (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()


def is_refusal(error: Exception, root: Path) -> bool:
    """Whether the machine refused something. A file that is missing was taken away if it is an editor's, else a bug."""
    if not isinstance(error, OSError) or error.errno not in ADVICE:
        return False
    return error.errno != errno.ENOENT or shown(error.filename or "", root).startswith(WRITTEN)


def refusal(error: OSError, root: Path) -> Message:
    """What the machine refused, and what to do about it; only for an `errno` that ADVICE has."""
    names = [shown(name, root) for name in (error.filename, error.filename2) if isinstance(name, str | Path)]
    where = " → ".join(names) or Message("the disk")
    return Message("{where}: {what}; {advice}", where=where, what=error.strerror, advice=ADVICE[error.errno])


def advice(held: HeldTooLong) -> Message:
    return Message(
        "{path}: another build has held this lock for {seconds} s; end it and try again",
        path=held.path,
        seconds=f"{held.seconds:.0f}",
    )


def exit_status(root: Path, work: Callable[[], None]) -> int:
    """Do `work`; tell what ends it early. What the engine and the tools have told already is not told twice."""
    try:
        work()
    except TreeHasProblems as problems:
        return problems.exitcode
    except Warned:
        return 1
    except Stop as reason:
        tell(reason.message, sys.stderr)
        return 1
    except HeldTooLong as held:
        tell(advice(held), sys.stderr)
        return 1
    except Exception as error:  # noqa: BLE001 - the one place where every error ends
        if is_refusal(error, root):
            tell(refusal(error, root), sys.stderr)
        else:
            traceback.print_exc()
        return 1
    return 0


def status_of(root: Path, work: Callable[[], int]) -> int:
    """The same for work that has an exit status of its own."""
    found: list[int] = []
    return exit_status(root, lambda: found.append(work())) or found[0]


def use_utf8() -> None:
    """Our words carry letters that a Windows console would refuse."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")
