"""Which files each set is: everything in a language, or a page with those whose weight it tells and what goes along."""

import posixpath
import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from urllib.parse import unquote

from plugins.offline import EVERYTHING, set_name
from plugins.search.index import FOLDER
from plugins.shared.site import Page
from tools.kept import cache
from tools.made import Made
from tools.offline import hashed
from tools.summary import CLOSER, compressed

WAY = re.compile(r'(?:href|src)="([^"#?:/][^"#?:]*)')  # relative, as all ways within the site are
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
FOR_MACHINES = (".xml", ".webmanifest")  # feeds and manifests, which no reader opens
# What is named by its content; theme/worker/worker.js knows it too.
NAMED = re.compile(r"\.[0-9a-f]{10}(-\d+)?\.\w+$|[._/][a-z]{2,3}_[0-9a-f]{7,}\.\w+$")


class Sets:
    """The sets of a site that has been made. A page is read once."""

    def __init__(self, made: Made) -> None:
        assert made.tree is not None
        self._made, self._pages, self._languages = made, made.tree.pages, made.tree.site.languages
        self._kept = cache(made.root, "weights")
        self._weights: dict[str, int] = {}

    def names(self) -> list[str]:
        """Everything in each language, then each page with others."""
        return [f"{EVERYTHING}.{lang}" for lang in self._languages] + list(self._wholes)

    def files(self, name: str) -> list[str]:
        """The files of a set, in the order of their names."""
        if name in self._wholes:
            return self._with_files(self._together(self._wholes[name]))
        lang = name.rpartition(".")[2]
        pages = [each for each in self._pages if each.lang == lang and not (each.unsaved or each.rooted)]
        return sorted({*self._with_files(pages), *self._index(lang)})

    def entry(self, file: str) -> list:
        """A file as the lists tell it: its address, its weight, and its hash where its name doesn't tell it."""
        address = file.removesuffix("index.html") if file.endswith("/index.html") or file == "index.html" else file
        return [address, self.weight(file)] + ([] if NAMED.search(f"/{file}") else [hashed(self._read(file))])

    def weight(self, file: str) -> int:
        """What it costs a reader, in bytes; compressing takes time, so it is kept by what the file is."""
        if file not in self._weights:
            data = self._read(file)
            size = self._kept.get(hashed(data), lambda: str(min(len(data), compressed(data, CLOSER))).encode())
            self._weights[file] = int(size)
        return self._weights[file]

    def prune(self) -> None:
        self._kept.prune()

    @cached_property
    def _wholes(self) -> dict[str, Page]:
        return {set_name(page): page for page in self._pages if page.weighs}

    @cached_property
    def _ways(self) -> dict[str, tuple[str, list[str]]]:
        """By the file of a page, its main part and the files of the site that it names."""
        found = {}
        for page, html in self._made.pages():
            main = MAIN.search(html)
            found[page.file] = main[0] if main else "", list(self._named(html, page))
        return found

    def _together(self, page: Page) -> list[Page]:
        """The page, those that it counts, and what goes along with pages that lead to it."""
        others = [self._pages.find(kind, key, page.lang) for kind, key in page.weighs]
        found = {each.file: each for each in (page, *others) if each}
        for each in list(found.values()):
            for file in self._named(self._ways[each.file][0], each):
                there = self._by_file.get(file)
                if there and there.along:
                    found[file] = there
        return list(found.values())

    @cached_property
    def _by_file(self) -> dict[str, Page]:
        return {page.file: page for page in self._pages}

    def _with_files(self, pages: Iterable[Page]) -> list[str]:
        """The pages, and all that they name and that is no page, nor the one file that holds a page once more."""
        found = set()
        for page in pages:
            others = (each for each in self._ways[page.file][1] if each not in self._by_file and each != page.packed)
            found |= {page.file, *(each for each in others if not each.endswith(FOR_MACHINES))}
        return sorted(found)

    def _named(self, html: str, page: Page) -> Iterator[str]:
        """The files of the site that the HTML names; of a photograph that of its `src`, which every browser shows."""
        for way in set(WAY.findall(html)):
            file = posixpath.normpath(posixpath.join(posixpath.dirname(page.file), unquote(way)))
            if way.endswith("/") or file == ".":
                file = posixpath.normpath(posixpath.join(file, "index.html"))
            if not file.startswith("..") and (file in self._by_file or (self._made.folder / file).is_file()):
                yield file

    def _index(self, lang: str) -> Iterator[str]:
        """Of the search what this language needs."""
        others = "|".join(each for each in self._languages if each != lang)
        foreign = re.compile(rf"[./](?:{others})[_.]") if others else re.compile("(?!)")
        for path in (self._made.folder / FOLDER).rglob("*"):
            file = path.relative_to(self._made.folder).as_posix()
            if path.is_file() and not foreign.search(f"/{file}"):
                yield file

    def _read(self, file: str) -> bytes:
        return (self._made.folder / file).read_bytes()
