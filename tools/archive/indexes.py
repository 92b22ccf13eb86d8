"""What the search of the archive asks: a file a language, which brings the stems of that language along."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tools.index import sought
from tools.made import Made

if TYPE_CHECKING:  # as in made.py
    from plugins.hub.tree import Tree


def address_of(lang: str) -> str:
    return f"search/index.{lang}.js"


def indexes(made: Made) -> Iterator[tuple[str, bytes]]:
    from plugins.hub.assets import minified_script  # not above: what goes wrong in our modules is told from the task
    from plugins.search.compact import compact
    from plugins.search.stems import stemming

    documents = {lang: [] for lang in made.tree.site.languages}
    for page, name, text in sought(made):
        documents[page.lang].append((name, text))
    for lang, found in documents.items():
        script = minified_script(stemming(made.root / "theme" / "stemmers", lang))
        yield address_of(lang), f"{script}\n{titles(made.tree, lang)}{compact(found, lang)}".encode()


def titles(tree: Tree, lang: str) -> str:
    """What the first results come from, with ways to files."""
    from plugins.search.titles import titles_file

    data = json.loads(titles_file(tree.site, tree.pages, lang))
    for entry in data["entries"]:
        entry[2] = re.sub("/(?=#|$)", "/index.html", entry[2])
    return f"pandu.named = {json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"
