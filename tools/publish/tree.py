"""A folder and a commit as the same thing: file names, each with what git calls its content."""

import tempfile
from pathlib import Path

from tools.publish.git import Git

Tree = dict[str, str]  # from a file's name to its mode, type and hash, as git lists them


def read_tree(git: Git, commit: str) -> Tree:
    entries = git("ls-tree", "-r", "-z", "--full-tree", commit).split("\0")[:-1]
    return {name: entry for entry, name in (line.split("\t", 1) for line in entries)}


def store_folder(git: Git, folder: Path) -> Tree:
    """Every file of `folder`, byte for byte: what git may ignore, convert or filter in a checkout, it does not here."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    names = "".join(f"{path.as_posix()}\n" for path in paths)
    hashes = git("hash-object", "-w", "--no-filters", "--stdin-paths", given=names).splitlines()
    return {path.relative_to(folder).as_posix(): file_entry(each) for path, each in zip(paths, hashes, strict=True)}


def store_empty(git: Git) -> str:
    return file_entry(git("hash-object", "-w", "--stdin"))


def file_entry(content: str) -> str:
    return f"100644 blob {content}"


def write_tree(git: Git, tree: Tree) -> str:
    """Its hash, by way of an index of its own: the user's holds what they are about to commit."""
    lines = "".join(f"{entry}\t{name}\0" for name, entry in tree.items())
    with tempfile.TemporaryDirectory(prefix="pandu-") as folder:
        index = str(Path(folder, "index"))
        git("update-index", "-z", "--index-info", given=lines, GIT_INDEX_FILE=index)
        return git("write-tree", GIT_INDEX_FILE=index)


def differing(before: Tree, after: Tree) -> set[str]:
    return {name for name in before | after if before.get(name) != after.get(name)}
