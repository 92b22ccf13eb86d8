"""The index: whole, small, and the same bytes whatever the run."""

import gzip
import json
import os
import random
import shutil
import tempfile
from pathlib import Path

import cbor2
import pytest

from plugins.search import index as made
from plugins.search.canonical import MARK, canonical
from tests.site.project import files


@pytest.fixture(scope="module")
def folder(project):
    return project / "output" / "pagefind"


def entry(folder):
    return json.loads((folder / "pagefind-entry.json").read_text("utf-8"))


def fragments(folder):
    found = [json.loads(gzip.decompress(path.read_bytes())[len(MARK) :]) for path in folder.glob("fragment/*")]
    return {each["url"]: each for each in found}


def test_each_language_has_its_own_index_with_its_own_webassembly(folder):
    languages = entry(folder)["languages"]
    assert list(languages) == ["en", "id"]
    for lang, known in languages.items():
        assert known["wasm"] == lang
        assert (folder / f"wasm.{lang}.pagefind").is_file()
        assert (folder / f"pagefind.{known['hash']}.pf_meta").is_file()


def test_nothing_is_shipped_that_no_reader_is_sent(folder):
    names = {path.name for path in folder.iterdir()}
    assert {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "filter", "fragment", "index"} <= names
    assert not [name for name in names if "ui" in name or "highlight" in name or "unknown" in name]
    named = {known["hash"] for known in entry(folder)["languages"].values()}
    assert {path.stem.removeprefix("pagefind.") for path in folder.glob("*.pf_meta")} == named


def test_every_page_that_readers_look_for_is_in_it_once(folder):
    urls = list(fragments(folder))
    assert "/en/bread/first-loaf/" in urls
    assert "/id/roti/roti-pertama/" in urls
    assert "/en/glossary/#leaven/" in urls
    assert not [url for url in urls if url in ("/", "/en/", "/id/", "/en/quiz/", "/en/search/", "/en/a-z/")]


def documents(folder, count=12):
    """Pages with several filters, whose order Pagefind changes from run to run."""
    for number in range(count):
        for lang in ("id", "en"):
            path = folder / lang / str(number) / "index.html"
            path.parent.mkdir(parents=True)
            filters = "".join(
                f'<meta data-pagefind-filter="{key}[content]" content="{key}{number % values}">'
                for key, values in (("kind", 5), ("topic", 7), ("level", 3))
            )
            path.write_text(
                f'<html lang="{lang}"><head>{filters}</head><body><h1>Page {number}</h1><p>Words {number}.</p></body>'
            )
    return folder


def test_two_runs_are_the_same_bytes(tmp_path):
    source = documents(tmp_path / "documents")
    seen = set()
    for run in range(6):
        made.index(source, tmp_path / str(run))
        files = sorted(path for path in (tmp_path / str(run)).rglob("*") if path.is_file())
        seen.add(tuple((path.relative_to(tmp_path / str(run)).as_posix(), path.read_bytes()) for path in files))
    assert len(seen) == 1


def test_the_order_in_which_a_disk_names_the_documents_does_not_matter(tmp_path):
    """Some name them in the order in which they came."""
    source = documents(tmp_path / "documents")
    other = Path("/dev/shm" if os.access("/dev/shm", os.W_OK) else tmp_path)
    with tempfile.TemporaryDirectory(dir=other) as elsewhere:
        pages = sorted(path.relative_to(source) for path in source.rglob("*.html"))
        for page in random.Random(1).sample(pages, len(pages)):
            (Path(elsewhere) / page).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source / page, Path(elsewhere) / page)
        made.index(Path(elsewhere), tmp_path / "other")
    made.index(source, tmp_path / "index")
    assert files(tmp_path / "other") == files(tmp_path / "index")


def test_what_is_put_in_order_says_the_same(tmp_path):
    made.index(documents(tmp_path / "documents"), tmp_path / "index")
    values = {}
    for path in (tmp_path / "index" / "filter").glob("en_*"):
        key, found = cbor2.loads(gzip.decompress(path.read_bytes())[len(MARK) :])
        values[key] = {value: len(pages) for value, pages in found}
    assert values["kind"] == {"kind0": 3, "kind1": 3, "kind2": 2, "kind3": 2, "kind4": 2}
    assert sum(values["topic"].values()) == sum(values["level"].values()) == 12


def test_a_language_that_pagefind_cannot_stem_has_webassembly_under_its_name(tmp_path):
    page = tmp_path / "documents" / "jv" / "index.html"
    page.parent.mkdir(parents=True)
    page.write_text('<html lang="jv"><body><h1>Roti</h1><p>Tembung.</p></body></html>')
    made.index(tmp_path / "documents", tmp_path / "index")
    assert entry(tmp_path / "index")["languages"]["jv"]["wasm"] == "jv"
    assert (tmp_path / "index" / "wasm.jv.pagefind").is_file()


def test_an_index_of_another_version_is_refused(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "index")
    path = copy / "pagefind-entry.json"
    path.write_text(path.read_text("utf-8").replace('"1.5.2"', '"1.6.0"'), "utf-8")
    with pytest.raises(ValueError, match=r"^Pagefind 1\.6\.0: plugins/search/canonical\.py knows the index of 1\.5\.2"):
        canonical(copy)


def test_a_part_of_another_shape_is_refused(folder, tmp_path):
    copy = shutil.copytree(folder, tmp_path / "index")
    next(copy.glob("filter/*")).write_bytes(gzip.compress(b"something else"))
    with pytest.raises(ValueError, match="not a part of an index"):
        canonical(copy)


def test_what_pagefind_says_stops_the_build(tmp_path):
    (tmp_path / "documents").mkdir()
    with pytest.raises(RuntimeError, match=r"^Pagefind: "):
        made.index(tmp_path / "documents", tmp_path / "index")
