"""Makes the search index of a site: what readers look for becomes a folder of documents, and the folder an index."""

import tempfile
from pathlib import Path

from tools.made import Made


def index(made: Made) -> None:
    """Add the index to the folder of the site. A step of the build."""
    if made.tree is None:
        return
    from plugins.search.documents import documents  # not above: what goes wrong in our modules is told from the build
    from plugins.search.index import FOLDER, index
    from plugins.search.model import also
    from plugins.search.synonyms import synonyms

    known, words = synonyms(made.tree.site), also(made.tree.site)
    with tempfile.TemporaryDirectory(prefix="pandu-") as folder:
        for page, html in made.pages():
            for name, text in documents(page, html, known, words) if page.sought else ():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        index(Path(folder), made.folder / FOLDER)
