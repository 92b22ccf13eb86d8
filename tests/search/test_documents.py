"""What the index is told of a page: what readers look for, and nothing that only frames it or gives an answer away."""

import pytest

from plugins.search.documents import documents
from plugins.search.model import Also
from plugins.search.synonyms import synonyms


@pytest.fixture
def told(project, read):
    """Every document of the small site by its path."""
    site = read(project).tree
    known = synonyms(site.site)
    found = {}
    for page in site.pages:
        if page.sought:
            found |= dict(documents(page, (project / "output" / page.file).read_text("utf-8"), known, Also()))
    return found


def body(document):
    return document.partition("<body")[2]


def test_a_guide_keeps_its_sections_with_the_anchors_of_its_page(told):
    text = told["en/bread/first-loaf/index.html"]
    assert '<html lang="en">' in text
    assert "<h1>Your first loaf</h1>" in text
    assert '<h2 id="oven">The oven</h2>\n<p>Heat the oven to 220 degrees Oven 1/2020' in text
    assert '<h3 id="price">What an oven costs</h3>' in text
    assert "<p>A round loaf</p>" in text, "a picture is its description"


def test_a_document_says_its_kind_and_topic_and_the_other_names_of_what_it_names(told):
    head = told["en/bread/first-loaf/index.html"].partition("<body")[0]
    assert '<meta data-pagefind-filter="kind[content]" content="guide">' in head
    assert '<meta data-pagefind-filter="topic[content]" content="bread">' in head
    assert '<meta data-pagefind-meta="also[content]" content="LVN, ragi alami">' in head


def test_what_a_guide_embeds_is_found_on_its_own_page_only(told):
    guide, quiz = told["en/bread/first-loaf/index.html"], told["en/quiz/bread/first-loaf/index.html"]
    assert "How hot is the oven?" in quiz
    assert "How hot is the oven?" not in guide
    assert any("checklists" in path for path in told)


def test_no_document_tells_which_answer_is_right(told):
    quiz = told["en/quiz/bread/first-loaf/index.html"]
    assert "220 degrees" in quiz, "the choices may be found"
    for path, text in told.items():
        if "/quiz/" in path or "/kuis/" in path:
            for word in (
                "That is the rule",
                "Too cold",
                "Begitu aturannya",
                "Right.",
                "Benar.",
                "data-right",
                "In the guide",
            ):
                assert word not in body(text), (path, word)


def test_a_term_is_found_by_itself_under_its_own_topic(told):
    text = told["en/glossary/#leaven/index.html"]
    assert "<h1>leaven (LVN)</h1>" in text
    assert "<p>ragi alami</p>" in text, "in the other language as well"
    assert 'content="bread"' in text
    assert "en/glossary/index.html" not in told, "the whole list would be found for every word"


def test_menus_buttons_and_lists_of_pages_are_not_told(told):
    for path, text in told.items():
        for word in ("<nav", "<button", "<details", "<a ", "On this page", "Check", "Skip to"):
            assert word not in text, (path, word)
    kinds = {text.partition('"kind[content]" content="')[2].partition('"')[0] for text in told.values()}
    assert kinds == {"guide", "checklist", "quiz", "regulation", "glossary", "topic", "page", "changes"}


def test_what_can_be_taken_along_is_not_told(read, small):
    tree = read(small).tree
    page = tree.pages.find("checklist", "before-opening", "en")
    html = '<main><p>Do them.</p><section class="tools"><h2>Take along</h2><a href="x.ics">Dates</a></section></main>'
    ((_, text),) = documents(page, html, synonyms(tree.site), Also())
    assert body(text).partition(">")[2].partition("</body>")[0].strip() == "<p>Do them.</p>"
