"""What the search of the archive asks: a file a language, which brings the stems of that language along."""

from collections.abc import Iterator

from tools.index import sought
from tools.made import Made


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
        yield address_of(lang), f"{script}\n{compact(found, lang)}".encode()
