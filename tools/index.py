"""Makes the search index of a site: what readers look for becomes a folder of documents, and the folder an index."""

import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tools.made import Made

if TYPE_CHECKING:  # as in made.py
    from plugins.shared.site import Page


def index(made: Made) -> None:
    """Add the index to the folder of the site. A step of the build.

    The documents stand beside the site meanwhile, so that whatever is left of a build that died goes with it.
    """
    if made.tree is None:
        return
    from plugins.search.index import FOLDER, index  # not above: what goes wrong in our modules is told from the build

    folder = made.folder.with_name(f"{made.folder.name}.sought")
    folder.mkdir()
    try:
        for _, name, text in sought(made):
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        index(folder, made.folder / FOLDER)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sought(made: Made) -> Iterator[tuple["Page", str, str]]:
    """What readers look for: a page, and the path and HTML of each document that tells of it."""
    from plugins.search.documents import documents
    from plugins.search.model import also
    from plugins.search.synonyms import synonyms

    known, words = synonyms(made.tree.site), also(made.tree.site)
    for page, html in made.pages():
        for name, text in documents(page, html, known, words) if page.sought else ():
            yield page, name, text
