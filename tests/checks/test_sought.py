"""The search index is compared with the pages. Its parts are packed, so that no file of broken/ could spoil them."""

import gzip
import json

from plugins.search.canonical import MARK
from tools.checks.run import problems_of


def change(spoiled, page, **values):
    """Change what the index knows of a page; without values it forgets the page."""
    for path in (spoiled.folder / "pagefind" / "fragment").iterdir():
        fragment = json.loads(gzip.decompress(path.read_bytes())[len(MARK) :])
        if fragment["url"] == page:
            path.unlink()
            if values:
                path.write_bytes(gzip.compress(MARK + json.dumps(fragment | values).encode()))
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


def test_a_missing_index_is_told_for_every_page_that_is_sought(spoiled):
    for path in (spoiled.folder / "pagefind" / "fragment").iterdir():
        path.unlink()
    lines = [line for line in told(spoiled) if "E309" in line]
    assert len(lines) == sum(page.sought for page in spoiled.tree.pages)
