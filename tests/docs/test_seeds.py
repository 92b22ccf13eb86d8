"""docs/seeds.md: each section of the articles that the project grew from has its place, and no guide is forgotten.

That its links lead to files and sections that exist is test_writing.py's matter, as for every document.
"""

import re

from tests.docs.manual import ROOT, links, tables

SEEDS = ROOT / "docs" / "seeds.md"
GUIDES = ROOT / "content" / "guides"
ARTICLES = ("PSE and MSE at a marketplace", "PSE and MSE online", "Ten principles of payments")
PLACE = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")


def test_each_article_has_its_table():
    assert tuple(table.heading for table in tables(SEEDS)) == ARTICLES


def test_every_section_is_taught_somewhere_or_said_not_to_be():
    for table in tables(SEEDS):
        for _, about, places, mended in table.rows:
            assert PLACE.search(places), about
            assert mended, about


def test_a_place_is_called_as_it_is_cited():
    for words, target in PLACE.findall(SEEDS.read_text("utf-8")):
        key = words.replace("checklist/", "checklists/") if words.startswith("checklist/") else f"guides/{words}"
        name, _, section = key.partition("#")
        written = f"../content/{name}/en.md" + (f"#{section}" if section else "")
        assert target in (written, "#not-taught"), words


def test_a_section_that_teaches_stands_in_every_language():
    for link in links(SEEDS):
        name, _, section = link.partition("#")
        for path in (SEEDS.parent / name).parent.glob("*.md") if name and section else ():
            assert f" {{#{section}}}\n" in path.read_text("utf-8"), (link, path.name)


def test_every_guide_is_named():
    named = {link.partition("#")[0].removeprefix("../content/guides/").removesuffix("/en.md") for link in links(SEEDS)}
    assert {path.relative_to(GUIDES).as_posix() for path in GUIDES.glob("*/*")} <= named
