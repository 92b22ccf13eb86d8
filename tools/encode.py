"""Makes the pictures of a site in the sizes that its pages name.

A photograph takes a second or two, so each file is kept under what it is made from.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.shared.message import Message
from plugins.shared.problem import Problem, Problems
from plugins.shared.telling import translation
from tools.kept import Kept, cache
from tools.made import Made

if TYPE_CHECKING:  # as in made.py
    from plugins.picture.model import Picture, Variant

    Files = dict[Variant, bytes]


def encode(made: Made) -> None:
    """Add the files of every photograph to the folder of the site. A step of the build."""
    if made.tree is None:
        return
    problems, kept = Problems(), cache(made.root, "pictures")
    for picture in made.tree.site.things.get("picture", {}).values():
        files = files_of(picture, made, kept)
        if isinstance(files, Problem):
            problems.add(files)
            continue
        problems.extend(too_heavy(picture, files))
        for variant, data in files.items():
            path = made.folder / variant.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    kept.prune()
    problems.tell(sys.stderr, translation())
    problems.stop_if_any()
    say_sizes(made)


def say_sizes(made: Made) -> None:
    """What each picture costs, in the pages that tell it: they were made before its files."""
    from plugins.picture.model import SIZE

    for page in made.tree.pages if made.tree else ():
        if "picture" in page.uses:
            path = made.folder / page.file
            html = path.read_bytes().decode()
            said = re.sub(f"{SIZE}(.+?){SIZE}", lambda found: kilobytes(made.folder / found[1]), html)
            path.write_bytes(said.encode())


def kilobytes(path: Path) -> str:
    """As a server sends it: a drawing is text and gets smaller."""
    from plugins.hub.weight import compressed

    data = path.read_bytes()
    return str(round((compressed(data) if path.suffix == ".svg" else len(data)) / 1000))


class Changed(Exception):
    """The picture is not the one that the pages were made for."""


def files_of(picture: Picture, made: Made, kept: Kept) -> Files | Problem:
    """Every file of a photograph, none of a drawing; or what is wrong with its pixels."""
    from plugins.picture.make import Damaged, Maker  # not above: what goes wrong in our modules is told from the build
    from plugins.picture.read import digest

    def read() -> bytes:
        data = (made.root / picture.name).read_bytes()
        if digest(data) != picture.digest:
            raise Changed
        return data

    maker = Maker(picture, read)
    try:
        return {each: kept.get(key(picture, each), lambda each=each: maker.make(each)) for each in picture.variants}
    except Damaged:
        message = Message("this picture is cut off or damaged; copy it again, whole")
    except (Changed, FileNotFoundError):
        message = Message("this picture changed while the site was built; build it again")
    return Problem(picture.name, 1, 1, "E152", message)


def key(picture: Picture, variant: Variant) -> str:
    """The name among what is kept: what is made of which bytes."""
    return f"{picture.digest}-{variant.width}.{variant.kind}"


def too_heavy(picture: Picture, files: Files) -> Iterator[Problem]:
    """Told once a picture, of the file that is furthest over its budget."""
    over = {each: len(data) - each.budget for each, data in files.items() if len(data) > each.budget}
    if over:
        worst = max(over, key=over.__getitem__)
        message = Message(
            "{size} bytes come out at {width} pixels as {kind}, and a reader should load {budget} at most; "
            "cut out what matters, or take a calmer picture",
            size=len(files[worst]),
            width=worst.width,
            kind=worst.kind,
            budget=worst.budget,
        )
        yield Problem(picture.name, 1, 1, "E149", message)
