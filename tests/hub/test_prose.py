"""Markdown as HTML, with components that only show what they are called with."""

from collections.abc import Callable

import pytest
from markupsafe import Markup

from plugins.hub.prose import Prose, Setting, Terms
from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.site import Goal
from plugins.shared.source import Source

NIB, IDEA = Goal("glossary", "glossary", "nib"), Goal("glossary", "glossary", "idea")
MARKET, PLACE = Goal("glossary", "glossary", "marketplace"), Goal("glossary", "glossary", "place")
PHRASES = {"NIB": NIB, "idEA": IDEA, "business number": NIB, "market place fee": MARKET, "market place": PLACE}


def component(name: str) -> Callable[..., str]:
    def show(*arguments: object) -> str:
        return f"<{name} {' '.join(str(each) for each in arguments)}>"

    return show if name != "section" else lambda key, anchor, body, level: body


def attributes(goal: Goal) -> dict[str, str]:
    return {"href": f"#{goal.section}"}


@pytest.fixture
def html() -> Callable[..., str]:
    prose: dict[str, Prose] = {}

    def html(
        body: str,
        same_page: bool = False,
        here: Callable[[Goal], dict[str, str]] = attributes,
        means: object = None,
        **setting,
    ) -> str:
        problems = Problems()
        found = document(Source("en.md", f"---\ntitle: x\n---\n{body}\n"), problems)
        assert not list(problems)
        meanings = {"en.md": (means,) * len(found.references)}
        if not same_page or "page" not in prose:
            prose["page"] = Prose(meanings, component, here, Terms(PHRASES))
        made = prose["page"].html(found, Setting(owner="guide/x", **setting))
        assert isinstance(made, Markup)
        return str(made).replace(">\n", ">")

    return html


class Seen:
    """What a picture means to a text."""

    goal, thing, text = Goal(picture="media/loaf.png"), "loaf", "A loaf"


@pytest.mark.parametrize(
    ("body", "made"),
    [
        ("![A loaf](loaf.png)", "<p><picture loaf A loaf></p>"),
        ('![A loaf](loaf.png "My first")', "<picture loaf A loaf My first>"),
        (
            'A text.\n\n![A loaf](loaf.png "My first")\n\nA text.',
            "<p>A text.</p><picture loaf A loaf My first><p>A text.</p>",
        ),
        ('- ![A loaf](loaf.png "My first")', "<ul><li><picture loaf A loaf My first></li></ul>"),
        ("See ![A loaf](loaf.png).", "<p>See <picture loaf A loaf>.</p>"),
    ],
)
def test_a_picture_that_stands_alone_has_its_caption_below_it(html, body, made):
    assert html(body, means=Seen()) == made


def test_a_term_is_linked_where_a_page_first_uses_it(html):
    assert html("A NIB and a NIB.\n\nThe NIB.").count("<term NIB #nib>") == 1


def test_a_term_is_linked_once_a_page_and_not_once_a_text(html):
    assert "<term NIB" in html("A NIB.", same_page=True)
    assert "<term" not in html("The same NIB.", same_page=True)


def test_a_term_is_linked_once_by_whichever_of_its_names(html):
    made = html("A business number, or NIB.")
    assert "<term business number #nib>" in made
    assert "<term NIB" not in made


def test_the_longest_phrase_is_linked(html):
    made = html("The market place fee of the market place.")
    assert made == "<p>The <term market place fee #marketplace> of the <term market place #place>.</p>"


@pytest.mark.parametrize("text", ["Business number", "BUSINESS NUMBER", "business  number", "(business number)"])
def test_a_word_is_found_in_any_case(html, text):
    assert "#nib>" in html(text)


@pytest.mark.parametrize("text", ["nib", "Nib", "idea", "IDEA", "NIBs", "xNIB", "NIB-like", "e-NIB", "businessnumber"])
def test_an_abbreviation_is_found_in_its_own_case_and_as_a_whole_word(html, text):
    assert "<term" not in html(text)


@pytest.mark.parametrize("text", ["NIB,", "*NIB*", "**NIB**", "“NIB”", "(NIB)", "NIB/idEA", "- NIB", "> NIB"])
def test_punctuation_is_no_part_of_a_word(html, text):
    assert "<term NIB #nib>" in html(text)


@pytest.mark.parametrize("text", ["## NIB {#nib}", "### The NIB {#nib}", "`NIB`", "```\nNIB\n```", "    NIB"])
def test_no_term_is_linked_in_headings_and_code(html, text):
    prefix = "## Before {#before}\n\n" if text.startswith("###") else ""
    assert "<term" not in html(prefix + text)


def test_no_term_is_linked_in_a_link(html):
    class Link:
        goal = Goal(web="https://bread.example")

    found = document(Source("en.md", "---\ntitle: x\n---\n[The NIB](https://bread.example), a NIB\n"), Problems())
    prose = Prose({"en.md": (Link(),)}, component, lambda goal: {"href": goal.web or "#nib"}, Terms(PHRASES))
    made = str(prose.html(found, Setting(owner="guide/x"))).replace(">\n", ">")
    assert made == '<p><a href="https://bread.example">The NIB</a>, a <term NIB #nib></p>'


def test_no_term_is_linked_on_the_page_that_explains_it(html):
    assert "<term" not in html("A NIB.", here=lambda goal: {})


def test_a_heading_alone_uses_no_term_up(html):
    assert "<term NIB" in html("## NIB {#nib}\n\nA NIB.")


def test_where_nothing_is_explained_nothing_is_linked():
    assert list(Terms({}).found("A NIB.")) == []


def test_text_is_escaped_around_and_in_terms(html):
    assert html("1 < 2 & a NIB > 3") == "<p>1 &lt; 2 &amp; a <term NIB #nib> &gt; 3</p>"


def test_a_task_says_its_key_its_owner_and_its_words(html):
    assert "<task check-a guide/x/a Sweep <p>Why.</p>>" in html("- [ ] Sweep {#a}\n\n  Why.")


def test_no_term_is_linked_in_the_words_of_a_task(html):
    made = html("- [ ] Get a NIB. {#a}\n\n  A NIB is free.")
    assert "Get a NIB." in made
    assert made.count("<term NIB") == 1


def test_tasks_nest(html):
    made = html("- [ ] A {#a}\n  - [ ] B {#b}")
    assert made.index("<task check-a") < made.index("<task check-b")


def test_in_brief_the_tasks_stay_wherever_they_stand_and_the_words_around_them_go(html):
    made = html("Before.\n\n- [ ] A {#a}\n\n  Why.\n\n## More {#more}\n\nBetween.\n\n- [ ] B {#b}", brief=True)
    assert "<task check-a guide/x/a A >" in made
    assert "<task check-b" in made
    assert "Before." not in made
    assert "Why." not in made


def test_below_the_heading_of_a_section_that_lags_stands_where_it_is_newer(html):
    made = html("## A {#a}\n\nOne.\n\n### B {#b}\n\nTwo.", behind=["b"])
    assert made == '<h2 id="a">A</h2><p>One.</p><h3 id="b">B</h3><behind guide x b><p>Two.</p>'


def test_a_note_says_its_kind(html):
    assert html("> [!TIP]\n> Hot.") == "<note tip <p>Hot.</p>>"


def test_a_table_carries_classes_and_no_style(html):
    made = html("| a | b |\n| --- | ---: |\n| 1 | 2 |")
    assert '<td class="align-right">2</td>' in made
    assert "style" not in made


def test_a_directive_in_a_fence_stays_text(html):
    assert html("```\n::quiz[a/b]\n```") == "<pre><code>::quiz[a/b]\n</code></pre>"


def test_two_citations_in_a_row_are_told_apart():
    problems = Problems()
    found = document(Source("en.md", "---\ntitle: x\n---\nSo [@pp-1 1] [@pp-2] and [@pp-3].\n"), problems)
    meanings = {"en.md": tuple(Cited(name) for name in ("one", "two", "three"))}
    made = Prose(meanings, component, attributes, Terms(PHRASES)).html(found, Setting())
    assert made == "<p>So <cite one #one>; <cite two #two> and <cite three #three>.</p>\n"


class Cited(str):
    __slots__ = ()

    @property
    def goal(self) -> Goal:
        return Goal("regulation", "", self)
