"""Adds the addresses of the site to content/addresses.yaml: what was published once has to lead somewhere for ever."""

import sys
from collections.abc import Iterator
from pathlib import Path

from plugins.hub import feed
from plugins.hub.tree import Tree
from plugins.redirect.model import ADDRESSES, Addresses
from plugins.redirect.rules import UNLISTED
from plugins.shared.codes import UNFINISHED
from plugins.shared.concept import offered
from plugins.shared.message import Message
from plugins.shared.problem import Problems
from plugins.shared.telling import tell, translation
from tools.ending import status_of
from tools.tree import read_everything
from tools.whole import write_whole

ROOT = Path(__file__).parent.parent
ENDINGS = (".ics", ".xml")  # of files beside a page that programs ask for again and again
HEAD = (
    "# Every address that was ever published, and whose it was, by kind and key. `python3 tasks.py addresses` adds\n"
    "# new ones; none is ever removed. Where its owner is gone, redirects.yaml says what readers find instead.\n"
    "addresses:\n"
)


def addresses(root: Path = ROOT) -> int:
    """The exit status: 0, or 2 where the tree can't be read as a whole."""
    return status_of(root, lambda: added(root))


def added(root: Path) -> int:
    problems = Problems(UNFINISHED)
    tree = read_everything(root, problems)
    if tree is None or problems.errors:
        for each in problems.errors:
            print(each.told(translation()), file=sys.stderr)
        return 2
    known = known_in(tree)
    new = {address: owner for address, owner in owned(tree) if address not in known}
    if not new:
        tell(Message("content/{file}: nothing to add", file=ADDRESSES))
        return 0
    path = root / "content" / ADDRESSES
    write_whole(path, with_lines(path.read_text("utf-8") if path.is_file() else HEAD, new).encode())
    for address in sorted(new):
        print(f"+ {address}: {new[address]}")
    tell(Message("content/{file}: added {count}", file=ADDRESSES, count=len(new)))
    return 0


def known_in(tree: Tree) -> dict[str, str]:
    found: Addresses | None = tree.site["address"].get("addresses")
    return found.addresses if found else {}


def owned(tree: Tree) -> Iterator[tuple[str, str]]:
    """Every address of the site that readers or their programs may keep, and whose it is."""
    owners = {}
    for page in tree.pages:
        if page.kind not in UNLISTED and page.kind not in ("redirect", "gone"):
            owners[page.address] = f"{page.kind}/{page.key}"
            yield page.address, owners[page.address]
    beside = [feed.address(lang) for lang in tree.site.languages if tree.pages.dated(lang)]
    beside += [feed.beside(page) for page in tree.pages if page.news]
    for concept in offered():
        beside += [name for name in concept.files(tree.site, str) if name.endswith(ENDINGS)]
    for name in beside:
        folder = name[: name.rfind("/") + 1]
        if folder in owners:
            yield name, owners[folder]


def with_lines(text: str, new: dict[str, str]) -> str:
    """The file with these lines, all of them in order; what people wrote between them stays at the top."""
    lines = text.splitlines()
    entries = [line for line in lines if line.startswith("  ") and line.strip() and not line.lstrip().startswith("#")]
    kept = [line for line in lines if line not in entries]
    entries += [f"  {address}: {owner}" for address, owner in new.items()]
    return "\n".join([*kept, *sorted(entries)]) + "\n"
