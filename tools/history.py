"""How a file was: the versions of it that git keeps."""

from collections.abc import Collection, Iterator

from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.source import Source
from tools.ending import Stop
from tools.publish.git import Git

BACK = 200  # versions of a file that are looked at

Wanted = tuple[str, str]  # the key of a section, and the hash that it had


def versions(git: Git, name: str) -> Iterator[str]:
    """What the file was at each commit that touched it, the newest first, also under other names; none without git."""
    try:
        log = git.ask(
            "log", "--follow", "--relative", "--name-only", "--format=%x00%H", f"--max-count={BACK}", "--", name
        )
    except Stop:
        return
    for entry in log.out.split("\0")[1:]:
        commit, *names = entry.split()
        shown = git.ask("show", f"{commit}:./{names[-1] if names else name}")
        if not shown.status:
            yield shown.out


def old_sections(git: Git, name: str, wanted: Collection[Wanted]) -> dict[Wanted, str]:
    """The text of each section as it was when it had the hash; what no version has is left out."""
    left, found = set(wanted), {}
    for text in versions(git, name) if left else ():
        then = document(Source(name, text), Problems())
        for section in then.sections if then else ():
            if (section.key, section.hash) in left:
                left.remove((section.key, section.hash))
                found[section.key, section.hash] = section.text
        if not left:
            break
    return found


def is_shallow(git: Git) -> bool | None:
    """True where older commits were left out when this was cloned; None where there is no git."""
    try:
        told = git.ask("rev-parse", "--is-shallow-repository")
    except Stop:
        return None
    return None if told.status else told.out.strip() == "true"
