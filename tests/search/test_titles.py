"""What the first results come from: what everything is called, in one small file a language."""

import json

import pytest

from plugins.search.titles import titles_file

ROLLS = """also:
  - guide: bread/first-loaf
    words:
      id: [roti tawar]
      en: [toast, rolls]
  - term: leaven
    words:
      en: [sour dough]
"""


@pytest.fixture
def known(small, read):
    """By language, what the small site's file holds."""
    (small / "content" / "search.yaml").write_text(ROLLS, "utf-8")
    tree = read(small).tree
    return {lang: json.loads(titles_file(tree.site, tree.pages, lang)) for lang in tree.site.languages}


def entry(data, address):
    (found,) = (each for each in data["entries"] if each[2] == address)
    return found


def test_a_guide_has_its_title_its_summary_its_headings_and_what_readers_call_it(known):
    kind, topic, _, title, summary, also, parts = entry(known["en"], "en/bread/first-loaf/")
    assert (known["en"]["kinds"][kind], known["en"]["topics"][topic]) == ("guide", "bread")
    assert (title, also) == ("Your first loaf", "toast rolls")
    assert summary
    assert dict(zip(parts[::2], parts[1::2], strict=True))["price"] == "What an oven costs"


def test_a_term_is_found_under_each_of_its_names_and_has_its_own_topic(known):
    _, topic, _, title, _, also, parts = entry(known["en"], "en/glossary/#leaven")
    assert (title, also, parts) == ("leaven (LVN)", "ragi alami sour dough", [])
    assert known["en"]["topics"][topic] == "bread"
    assert not [each for each in known["en"]["entries"] if each[2] == "en/glossary/"], "the list would be found for all"


def test_what_is_called_as_its_guide_is_left_to_the_full_text(known):
    for lang, data in known.items():
        assert not {"quiz", "exam", "regulation", "glossaries"}.intersection(data["kinds"])
        assert all(each[2].startswith(f"{lang}/") for each in data["entries"])


def test_a_heading_that_stands_on_many_pages_tells_none_of_them(known, monkeypatch, small, read):
    monkeypatch.setattr("plugins.search.titles.COMMON", 0)
    tree = read(small).tree
    data = json.loads(titles_file(tree.site, tree.pages, "en"))
    assert any(each[6] for each in known["en"]["entries"])
    assert not any(each[6] for each in data["entries"])


def test_the_search_page_asks_for_the_file_by_a_name_that_its_content_gives(project):
    html = (project / "output/en/search/index.html").read_text("utf-8")
    (path,) = (project / "output/theme").glob("titles-en.*.json")
    assert f'data-titles="../../theme/{path.name}"' in html
    assert json.loads(path.read_bytes())["entries"]
