"""The search index is compared with the pages. Its parts are packed, so that no file of broken/ could spoil them."""

import gzip
import json

import pytest

from plugins.search.canonical import MARK
from tools.checks.run import problems_of

ABOUT = {"url": "/en/about/", "meta": {"kind": "page"}}  # a page that it knows anyway
DAMAGED = "E309 this piece of the search index is missing or damaged; build again, and see whether the disk is sound"


def change(spoiled, page, **values):
    """Change what the index knows of a page; without values it knows another one twice in its place."""
    for path in (spoiled.folder / "pagefind" / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes())[len(MARK) :])
        if fragment["url"] == page:
            path.unlink()
            path.write_bytes(gzip.compress(MARK + json.dumps(fragment | (values or ABOUT)).encode()))
            return fragment
    raise AssertionError(f"the index does not know {page}")


def told(spoiled):
    return [str(each) for each in problems_of(spoiled)]


def test_a_page_that_the_index_lacks_is_told_at_its_text(spoiled):
    change(spoiled, "/en/bread/first-loaf/")
    assert told(spoiled) == [
        "content/guides/bread/first-loaf/en.md:1:1: E309 the search does not know the page 'en/bread/first-loaf/'; "
        "mend plugins/search/documents.py"
    ]


def test_a_glossary_without_any_of_its_terms_is_told(spoiled):
    for url in ("/en/glossary/#leaven/", "/en/glossary/#crumb/"):
        change(spoiled, url)
    assert told(spoiled) == [
        "content/glossary.yaml:1:1: E309 the search does not know the page 'en/glossary/'; "
        "mend plugins/search/documents.py"
    ]


def test_a_list_of_pages_in_the_index_is_told(spoiled):
    change(spoiled, "/en/glossary/#crumb/", url="/en/a-z/", meta={"kind": "a-z"})
    assert told(spoiled) == [
        "output/en/a-z/index.html:1:1: E309 the search finds 'en/a-z/', which nobody looks for; "
        "mend plugins/search/documents.py"
    ]


def test_a_reason_in_the_index_is_told_at_the_quiz(spoiled):
    fragment = change(spoiled, "/id/kuis/roti/roti-pertama/", content="…")
    change(spoiled, "/id/kuis/roti/roti-pertama/", content=f"{fragment['content']} Terlalu dingin.")
    assert told(spoiled) == [
        "quizzes/bread/first-loaf.yaml:21:15: E309 the search tells this reason; mend plugins/search/documents.py"
    ]


def test_a_missing_part_of_the_index_is_told_and_not_what_follows_from_it(spoiled):
    pieces = sorted((spoiled.folder / "pagefind" / "fragment").iterdir())
    for path in pieces:
        path.unlink()
    assert told(spoiled) == [
        f"output/pagefind/fragment/{pieces[0].name}:1:1: {DAMAGED} (and so in {len(pieces) - 1} more places)"
    ]


@pytest.mark.parametrize("way", ["gone", "cut off", "empty", "noise"])
@pytest.mark.parametrize(
    "piece", ["pagefind-entry.json", "pagefind.*.pf_meta", "index/id_*", "filter/en_*", "fragment/en_*", "wasm.id.*"]
)
def test_a_damaged_piece_of_the_index_is_told(spoiled, piece, way):
    path = min((spoiled.folder / "pagefind").glob(piece))
    data = path.read_bytes()
    path.unlink()
    if way != "gone":
        path.write_bytes({"cut off": data[:-20], "empty": b"", "noise": b"{" + data}[way])
    assert told(spoiled) == [f"output/{path.relative_to(spoiled.folder).as_posix()}:1:1: {DAMAGED}"]
