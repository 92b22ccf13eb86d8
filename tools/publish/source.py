"""What is published: the commit that the checkout stands on, and nothing that is not in it."""

from plugins.shared.message import Message
from tools.ending import Stop
from tools.publish.git import Git

# Where a file that git does not know may become part of the site.
MAKES_THE_SITE = ("content", "quizzes", "theme", "plugins", "pelicanconf.py", "publishconf.py")


def read_source(git: Git) -> str:
    """The full name of HEAD's commit; stops where the folder holds anything else."""
    if git.ask("rev-parse").status:
        raise Stop(Message("publish: this folder is no git checkout; publish from a clone of the project"))
    head = git.ask("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
    if head.status:
        raise Stop(Message("publish: there is no commit yet; commit the project, then publish"))
    if git.ask("ls-files", "--error-unmatch", "publishconf.py").status:
        raise Stop(Message("publishconf.py: git does not know it; commit the project, then publish"))
    first, *more = changed(git) or [""]
    if first:
        which = Message("{file} and {count} more", file=first, count=len(more)) if more else first
        raise Stop(
            Message("{files}: not committed; what is published is a commit, so commit or undo it first", files=which)
        )
    return head.out.strip()


def changed(git: Git) -> list[str]:
    """Names of files that differ from HEAD's, or that it lacks; what only this machine ignores is no exception."""
    tracked = git("status", "--porcelain", "--no-renames", "--untracked-files=no", "--", ".")
    new = git("ls-files", "--others", "--exclude-per-directory=.gitignore", "--", *MAKES_THE_SITE)
    return [line[3:] for line in tracked.splitlines()] + new.splitlines()
