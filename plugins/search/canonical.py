"""Two runs of Pagefind give the same index in another order; here it is put into one order.

What differs from run to run is the order of filters, of their values, and of the languages; maintainers promise no more
than that the fragments are stable (Pagefind/pagefind#638). A part is `pagefind_dcd` and CBOR, compressed with gzip, and
named by its hash. Each language gets its WebAssembly under its own name, so that a browser can fetch it unasked.
"""

import gzip
import hashlib
import json
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
    """Order the filters that the meta file of a language names, then itself; its new name."""
    version, pages, chunks, filters, sorts, fields = meta
    assert version == VERSION and not sorts
    ordered = sorted([key, ordered_filter(folder, lang, key, old)] for key, old in filters)
    (folder / f"pagefind.{name}.pf_meta").unlink()
    return write(folder, "pagefind.", ".pf_meta", lang, [version, pages, chunks, ordered, sorts, fields])


def ordered_filter(folder: Path, lang: str, key: str, name: str) -> str:
    """Order the values of a filter; its new name."""
    path = folder / "filter" / f"{name}.pf_filter"
    found, values = read(path)
    assert found == key
    path.unlink()
    return write(
        folder / "filter", "", ".pf_filter", lang, [key, sorted([value, sorted(pages)] for value, pages in values)]
    )


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
