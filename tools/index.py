"""Makes the search index of a site: what readers look for becomes a folder of documents, and the folder an index."""

import shutil

from tools.made import Made


def index(made: Made) -> None:
    """Add the index to the folder of the site. A step of the build.

    The documents stand beside the site meanwhile, so that whatever is left of a build that died goes with it.
    """
    if made.tree is None:
        return
    from plugins.search.documents import documents  # not above: what goes wrong in our modules is told from the build
    from plugins.search.index import FOLDER, index
    from plugins.search.synonyms import synonyms

    known, folder = synonyms(made.tree.site), made.folder.with_name(f"{made.folder.name}.sought")
    folder.mkdir()
    try:
        for page, html in made.pages():
            for name, text in documents(page, html, known) if page.sought else ():
                path = folder / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        index(folder, made.folder / FOLDER)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
