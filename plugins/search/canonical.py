"""Two runs of Pagefind give the same index in another order; here it is put into one order.

What differs from run to run is the order of filters, of their values, and of the languages; from disk to disk, the
order of the pages, which is that in which the disk names the documents, and by which all else calls them. Maintainers
promise no more than that the fragments are stable (Pagefind/pagefind#638). A part is `pagefind_dcd` and CBOR,
compressed with gzip, and named by its hash. Each language gets its WebAssembly under its own name, so that a browser
can fetch it unasked.
"""

import gzip
import hashlib
import json
from collections.abc import Mapping
from itertools import accumulate
from pathlib import Path
from typing import Any

import cbor2

VERSION = "1.5.2"  # whose format this is
MARK = b"pagefind_dcd"


def canonical(folder: Path) -> None:
    """Put the index in `folder` in order; an index of another version or shape is refused."""
    path = folder / "pagefind-entry.json"
    entry = json.loads(path.read_text("utf-8"))
    if entry["version"] != VERSION:
        raise ValueError(f"Pagefind {entry['version']}: plugins/search/canonical.py knows the index of {VERSION} only")
    languages = {}
    for lang, known in sorted(entry["languages"].items()):
        meta = read(folder / f"pagefind.{known['hash']}.pf_meta")
        languages[lang] = known | {"hash": ordered_meta(folder, lang, known["hash"], meta), "wasm": lang}
        if known["wasm"] != lang:  # Pagefind has no stemmer for it
            (folder / f"wasm.{lang}.pagefind").write_bytes((folder / "wasm.unknown.pagefind").read_bytes())
    (folder / "wasm.unknown.pagefind").unlink()
    path.write_text(json.dumps(entry | {"languages": languages}, ensure_ascii=False, separators=(",", ":")), "utf-8")


def ordered_meta(folder: Path, lang: str, name: str, meta: Any) -> str:
    """Order the pages of a language, and with them its words and filters, then the meta file itself; its new name."""
    version, pages, chunks, filters, sorts, fields = meta
    assert version == VERSION and not sorts
    order = sorted(range(len(pages)), key=pages.__getitem__)
    number = {old: new for new, old in enumerate(order)}
    words = [[first, last, ordered_words(folder, lang, old, number)] for first, last, old in chunks]
    ordered = sorted([key, ordered_filter(folder, lang, key, old, number)] for key, old in filters)
    (folder / f"pagefind.{name}.pf_meta").unlink()
    content = [version, [pages[each] for each in order], words, ordered, sorts, fields]
    return write(folder, "pagefind.", ".pf_meta", lang, content)


def ordered_words(folder: Path, lang: str, name: str, number: Mapping[int, int]) -> str:
    """Order the pages of each word of a chunk, and those of its other spellings; the chunk's new name."""
    path = folder / "index" / f"{name}.pf_index"
    (words,) = read(path)
    path.unlink()
    content = [
        [word, renumbered(pages, number), [[form, renumbered(each, number)] for form, each in forms]]
        for word, pages, forms in words
    ]
    return write(folder / "index", "", ".pf_index", lang, [content])


def renumbered(pages: list[Any], number: Mapping[int, int]) -> list[Any]:
    """The same pages with the words' places in them; each is told by how far it is from the one before."""
    olds = accumulate(step for step, *_ in pages)
    known = sorted((number[old], places) for old, (_, *places) in zip(olds, pages, strict=True))
    starts = (0, *(page for page, _ in known))
    return [[page - before, *places] for before, (page, places) in zip(starts, known, strict=False)]


def ordered_filter(folder: Path, lang: str, key: str, name: str, number: Mapping[int, int]) -> str:
    """Order the values of a filter; its new name."""
    path = folder / "filter" / f"{name}.pf_filter"
    found, values = read(path)
    assert found == key
    path.unlink()
    ordered = sorted([value, sorted(number[page] for page in pages)] for value, pages in values)
    return write(folder / "filter", "", ".pf_filter", lang, [key, ordered])


def read(path: Path) -> Any:
    data = gzip.decompress(path.read_bytes())
    if not data.startswith(MARK):
        raise ValueError(f"{path.name}: not a part of an index as Pagefind {VERSION} makes it")
    return cbor2.loads(data[len(MARK) :])


def write(folder: Path, before: str, after: str, lang: str, content: Any) -> str:
    """Write a part under the name that its content gives it; that name."""
    data = MARK + cbor2.dumps(content)
    name = f"{lang}_{hashlib.sha256(data).hexdigest()[:10]}"
    (folder / f"{before}{name}{after}").write_bytes(gzip.compress(data, mtime=0))
    return name
