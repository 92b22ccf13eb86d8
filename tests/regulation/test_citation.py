import re

import pytest

from plugins.regulation.citation import sources

GUIDE = "content/guides/bread/first-loaf/"


@pytest.fixture
def cited(small, read):
    """What a citation means, written once into both languages in place of another."""

    def cited(words: str):
        for lang in ("id", "en"):
            path = small / GUIDE / f"{lang}.md"
            path.write_text(re.sub(r"\[@flour-3-2022[^]]*\]", f"[@{words}]", path.read_text("utf-8")), "utf-8")
        found = read(small)
        assert [line for line in found.told if " E" in line] == []
        return found.tree.meanings[GUIDE + "en.md"][0]

    return cited


@pytest.mark.parametrize(
    ("words", "article", "mark", "history"),
    [
        ("flour-3-2022", "", "", False),
        ("flour-3-2022 1", "1", "", False),
        ("flour-3-2022 1 ?", "1", "statement", False),
        ("flour-3-2022 ?", "", "statement", False),
        ("label-1-2025", "", "register", False),  # rests on notes, from memory, to be rechecked
        ("label-1-2025 16A", "16A", "register", False),
        ("label-1-2025 16A ?", "16A", "statement", False),
        ("oven-1-2020 4", "4", "register", False),  # the regulation was read, this article was not
        ("oven-1-2020 1", "1", "", False),  # an amended one is cited like any other
        ("oven-1-2020", "", "", False),
        ("oven-2-2024 7", "7", "", False),  # named by a fact only
        ("flour-1-2010 5 was", "5", "", True),
        ("flour-1-2010 was", "", "", True),
        ("flour-1-2010 5 was ?", "5", "statement", True),
        ("flour-3-2022 1 was", "1", "", True),
    ],
)
def test_a_citation_says_what_it_rests_on(cited, words, article, mark, history):
    found = cited(words)
    assert (found.key, found.article, found.mark, found.history) == (words.split()[0], article, mark, history)
    assert found.goal.key == found.key


@pytest.mark.parametrize(
    ("line", "weak"),
    [
        ("evidence: primary_text", False),
        ("evidence: official_summary", False),
        ("evidence: secondary", False),
        ("evidence: project_note", True),
        ("evidence: none", True),
        ("evidence: primary_text\nrecheck: true", True),
    ],
)
def test_a_regulation_is_weak_where_nobody_read_it(small, read, line, weak):
    path = small / "content" / "regulations" / "flour-3-2022.yaml"
    path.write_text(path.read_text("utf-8").replace("evidence: primary_text", line), "utf-8")
    assert read(small).tree.site["regulation"]["flour-3-2022"].weak is weak


def test_a_text_lists_each_source_once_in_the_order_of_its_citations(small, read):
    tree = read(small).tree
    found = sources([each for each in tree.meanings[GUIDE + "en.md"] if hasattr(each, "regulation")])
    assert [(each["key"], each["articles"], each["doubt"], each["history"]) for each in found] == [
        ("flour-3-2022", ["1"], False, False),
        ("oven-1-2020", ["2(1)", "4"], True, False),
        ("oven-2-2024", ["7"], False, False),
        ("flour-1-2010", ["5"], False, True),
    ]


def test_what_amends_replaces_and_implements_is_computed_from_the_newer_ones(small, read):
    pages = {page.key: page.shows for page in read(small).tree.pages if page.kind == "regulation" and page.lang == "en"}
    assert pages["oven-1-2020"]["amended_by"] == ("oven-2-2024",)
    assert pages["flour-1-2010"]["replaced_by"] == ("flour-3-2022",)
    assert pages["flour-3-2022"]["implemented_by"] == ("label-1-2025",)
    assert pages["flour-3-2022"]["amended_by"] == ()


def test_a_regulation_knows_the_texts_that_cite_it(small, read):
    pages = {page.key: page.shows for page in read(small).tree.pages if page.kind == "regulation" and page.lang == "en"}
    assert pages["label-1-2025"]["cited_by"] == (("checklist", "before-opening"), ("guide", "bread/selling-bread"))
    assert pages["oven-2-2024"]["cited_by"] == (("guide", "bread/first-loaf"),)
