"""The built site as a zip that works from a disk: `python3 tasks.py archive`.

    output/ ─ what the first page leads to, by ways to files ─ an index a language ─ README ─▶ archive/<name>-site.zip

It is no step of the build: a published branch would grow by the whole of it every day.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import normalize

from plugins.shared.message import Message, counted
from plugins.shared.problem import Problems
from plugins.shared.telling import tell
from tools.archive.files import CANONICAL, reached
from tools.archive.indexes import indexes
from tools.archive.packed import pack
from tools.build import ROOT, is_site
from tools.ending import Stop, exit_status, shown
from tools.engine import day
from tools.made import Made
from tools.tree import read_everything

FOLDER = "archive"
README = "README.txt"


def archive(as_of: str | None = None, output: str = "output", root: Path = ROOT) -> int:
    """The exit status: 0 and the archive is made, or 1 and why not."""
    root = root.resolve()
    return exit_status(root, lambda: make(root, (root / output).resolve(), as_of))


def make(root: Path, output: Path, as_of: str | None) -> None:
    made = built(root, output, as_of)
    files = dict(whole(made))
    path = root / FOLDER / f"{name_of(made)}-site.zip"
    pack(files, path)
    tell(
        Message(
            "{place}: {pages}, {size} MB",
            place=shown(path, root),
            pages=counted(
                sum(name.endswith(".html") for name in files), Message("{count} page"), Message("{count} pages")
            ),
            size=f"{path.stat().st_size / 1e6:.1f}",
        )
    )


def built(root: Path, output: Path, as_of: str | None) -> Made:
    """The site in `output`, and the content that it shows, from which the index knows what readers look for."""
    if not is_site(output):
        raise Stop(Message("{folder}/: no site; run python3 tasks.py build first", folder=shown(output, root)))
    tree = read_everything(root, Problems(), day(as_of))
    if tree is None:
        raise Stop(Message("the site can't be read; see python3 tasks.py check"))
    if any(not (output / page.file).is_file() for page in tree.pages):
        raise Stop(
            Message("{folder}/: not the site of this content; run python3 tasks.py build", folder=shown(output, root))
        )
    address = CANONICAL.search((output / "index.html").read_text("utf-8"))
    return Made(output, root, address[0] if address else tree.site.identity.address, tree)


def whole(made: Made) -> Iterator[tuple[str, bytes]]:
    """Every file of the archive by its name."""
    from plugins.hub.copied import readme  # not above: what goes wrong in our modules is told from the task

    yield README, readme(made.tree.site, made.address).encode()
    yield from reached(made)
    yield from indexes(made)


def name_of(made: Made) -> str:
    """The site's name in its first language, as a file can be called everywhere."""
    site = made.tree.site
    plain = normalize("NFD", site.identity.name[site.languages[0]]).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain)) or "site"
