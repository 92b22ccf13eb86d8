"""The peers that the bench measures get the very words of our guides."""

import re

import pytest
from bs4 import BeautifulSoup
from markdown_it import MarkdownIt

from bench.text import STEP, admonition, aside, guide, prose

PARSER = MarkdownIt("commonmark").enable("table")
NOTES = {  # each way of writing a note, as plain paragraphs
    aside: lambda text: re.sub(r"^:::(?:\w+\[(.*)\])?$", r"\n\1\n", text, flags=re.MULTILINE),
    admonition: lambda text: re.sub(
        rf'^!!! \w+ "(.*)"\n\n((?:{STEP}.*\n|\n)*)',
        lambda found: f"{found[1]}\n\n{re.sub(rf'^{STEP}', '', found[2], flags=re.MULTILINE)}\n",
        text,
        flags=re.MULTILINE,
    ),
}
PAGE = """<html lang="en" data-kind="guide" data-key="bread/loaf"><head><meta name="description" content="Bake it.">
</head><body><h1>A “loaf” & more</h1><div class="prose">{prose}</div></body></html>"""


def letters(html):
    """All that is said, without the spaces that every generator puts elsewhere."""
    return "".join(html.get_text().split())


def read_back(text, note):
    return BeautifulSoup(PARSER.render(NOTES[note](text)), "html.parser")


@pytest.mark.parametrize("note", [aside, admonition], ids=["Starlight", "Material"])
def test_every_guide_of_the_site_keeps_its_words_headings_lists_tables_and_links(built, note):
    guides = [path for path in sorted(built.glob("*/*/*/index.html")) if 'data-kind="guide"' in path.read_text("utf-8")]
    assert len(guides) >= 40  # twenty in each language, for an index that can be compared
    for path in guides:
        html, address = path.read_text("utf-8"), f"{path.parent.relative_to(built).as_posix()}/"
        ours, theirs = prose(BeautifulSoup(html, "html.parser")), read_back(guide(html, address, note).text, note)
        assert letters(theirs) == letters(ours), address
        for name in ("h2", "h3", "ul", "ol", "li", "table", "tr", "td", "a", "strong", "em"):
            assert len(theirs.find_all(name)) == len(ours.find_all(name)), f"{address}: {name}"


def test_signs_of_markdown_in_a_text_stay_signs():
    said = "<p>1. *no* list, <code>a_b</code> &lt;b&gt; [x](y) a|b ~c~ :tip[d] # e</p><p>- none</p><p># none</p>"
    text = guide(PAGE.format(prose=said), "en/bread/loaf/", aside).text
    there = read_back(text, aside)
    assert letters(there) == letters(BeautifulSoup(said, "html.parser"))
    assert [each.name for each in there.find_all(True)] == ["p", "code", "p", "p"]


def test_links_lead_from_the_top_of_the_site():
    text = guide(PAGE.format(prose='<p><a href="../../glossary/#pse">PSE</a></p>'), "en/bread/loaf/", aside).text
    assert text == '<a href="/en/glossary/#pse">PSE</a>\n'


def test_what_others_do_not_have_is_left_out():
    said = "<p>A loaf.</p><quiz-form>Which?</quiz-form><section class='tool'>Who?</section><p hidden>Paper.</p>"
    assert guide(PAGE.format(prose=said), "en/bread/loaf/", aside).text == "A loaf.\n"


def test_a_block_that_nobody_has_thought_of_is_told():
    with pytest.raises(LookupError, match="<video"):
        guide(PAGE.format(prose="<video></video>"), "en/bread/loaf/", aside)
