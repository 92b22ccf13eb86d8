"""Gives a thing another key: its files, whatever names it, its approvals, and the redirects, all of it or nothing.

thing ─ edits: links, directives, values, hashes, redirects ─▶ a copy that is read as `check` does ─▶ the folder itself
"""

import shutil
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from plugins.hub.tree import Tree
from plugins.shared.message import Message
from plugins.shared.problem import Problems
from plugins.shared.telling import tell, translation
from tools.ending import Stop, exit_status
from tools.publish.git import Git
from tools.rename.edits import Edits
from tools.rename.names import DOCUMENTS, directives, documents, links, new_slugs, values
from tools.rename.redirects import PATH, with_rename
from tools.rename.seals import approvals, followed
from tools.rename.thing import Renaming, renaming
from tools.tree import read_everything
from tools.whole import write_whole

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("content", "quizzes", DOCUMENTS)


def rename(key: str, new: str, slugs: Iterable[str] = (), root: Path = ROOT) -> int:
    """The exit status: 0 and the thing is called `new`, or what is in the way has been told and nothing changed."""
    root = root.resolve()
    return exit_status(root, lambda: work(key, new, tuple(slugs), root))


def work(key: str, new: str, slugs: tuple[str, ...], root: Path) -> None:
    refuse_what_git_can_t_undo(root)
    tree = read(root, root)
    wanted = renaming(key, new, slugs, tree)
    edits = edits_of(wanted, tree, root)
    refuse_what_is_there(wanted, root)
    with tempfile.TemporaryDirectory(prefix="pandu-") as nowhere:
        copy = Path(nowhere).resolve()
        for folder in filter(lambda each: (root / each).is_dir(), FOLDERS):
            shutil.copytree(root / folder, copy / folder, symlinks=True)
        change(copy, wanted, edits)
        read(copy, root, tree.site.day.isoformat())
    try:
        change(root, wanted, edits)
    except BaseException:
        undo(root)
        raise
    for old, now in wanted.paths(root):
        print(f"{old} → {now}")
    for name, count in edits.counts():
        tell(Message("{name}: changes: {count}", name=wanted.moved(name), count=count))
    tell(Message("{kind} '{old}' is '{new}' now", kind=wanted.kind, old=wanted.old, new=wanted.new))


def refuse_what_git_can_t_undo(root: Path) -> None:
    git = Git(root)
    if git.ask("rev-parse").status:
        raise Stop(Message("rename: this folder is no git checkout, so nothing could undo it; rename in a clone"))
    first, *_ = [*git.ask("status", "--porcelain", "--no-renames", "--", *FOLDERS).out.splitlines(), ""]
    if first:
        raise Stop(Message("{name}: not committed; commit or undo it, so that git can undo the rename", name=first[3:]))


def undo(root: Path) -> None:
    """As it was committed: nothing else was there, so nothing of anybody's is lost."""
    git = Git(root)
    for folder in FOLDERS:  # one by one, since git does nothing at all where one is unknown
        git.ask("checkout", "--quiet", "--", folder)
        git.ask("clean", "--quiet", "-fd", "--", folder)


def read(root: Path, project: Path, day: str | None = None) -> Tree:
    """The tree in a folder with the settings of the project; it stops where there are errors, and tells them."""
    problems = Problems()
    tree = read_everything(root, problems, day, project)
    if tree is None or problems.errors:
        for each in problems.errors:
            print(each.told(translation()), file=sys.stderr)
        raise Stop(Message("rename: nothing was changed; mend what is told above, then rename"))
    return tree


def edits_of(wanted: Renaming, tree: Tree, root: Path) -> Edits:
    """Every change of a text. The hashes of what changes are known last: a link is part of its section's words."""
    edits = Edits(root)
    for place in (*links(wanted, tree), *directives(wanted, tree), *values(wanted, root), *new_slugs(wanted, tree)):
        edits.add(place)
    for place in documents(wanted, root):
        edits.add(place)
    now = {name: edits.applied(name) for name in edits.names()}
    for place in (*followed(tree, now), *approvals(wanted, tree, now)):
        edits.add(place)
    edits.write(PATH, with_rename(edits.text(PATH), wanted.kind, wanted.old, wanted.new))
    return edits


def refuse_what_is_there(wanted: Renaming, root: Path) -> None:
    for _, now in wanted.paths(root):
        if (root / now).exists():
            raise Stop(Message("{name}: is there already; choose another key, or move that away", name=now))


def change(root: Path, wanted: Renaming, edits: Edits) -> None:
    """Texts first, then the moves: until then every file has the name that its edits know."""
    for name in edits.names():
        write_whole(root / name, edits.applied(name).encode())
    for old, now in wanted.paths(root):
        (root / now).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / now)
        if not any((root / old).parent.iterdir()):
            (root / old).parent.rmdir()
