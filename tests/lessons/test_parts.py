"""What lessons are put together from: elements found in a text, and the styles that they need."""

import pytest

from tools.lessons.markup import all_of, attribute, first, inside, with_id, without
from tools.lessons.style import needed


def test_an_element_ends_with_its_own_closing_tag():
    html = '<p>a</p><div class="x"><div>b</div><div-er></div-er></div><div>c</div>'
    assert first(html, '<div class="x"') == '<div class="x"><div>b</div><div-er></div-er></div>'
    assert inside(first(html, '<div class="x"')) == "<div>b</div><div-er></div-er>"


def test_what_stands_in_quotation_marks_is_no_tag():
    html = '<x-y data-rules="a > b"><x-y></x-y></x-y>'
    assert first(html, "<x-y") == html
    assert attribute(html, "data-rules") == "a > b"


def test_an_element_that_never_ends_is_a_bug():
    with pytest.raises(ValueError, match="never closed"):
        first("<div><div></div>", "<div")


def test_elements_within_others_are_theirs():
    html = "<ul><ol></ol></ul><ol>2</ol>"
    assert list(all_of(html, ("<ol", "<ul"))) == ["<ul><ol></ol></ul>", "<ol>2</ol>"]
    assert without(html, ("<ol",)) == "<ul></ul>"


def test_an_id_and_a_language_are_added_once():
    assert with_id('<p class="a">', "en", "jv") == '<p id="en" lang="jv" class="a">'
    assert with_id('<p lang="id">', "en", "jv") == '<p id="en" lang="id">'


@pytest.mark.parametrize(
    ("style", "left"),
    [
        (".gone{color:red}p{margin:0}", "p{margin:0}"),
        (".here,.gone p{color:red}", ".here{color:red}"),
        ("@media print{.gone{color:red}}", ""),
        ("@layer base{@media print{.gone{a:b}}.here{a:b}}", "@layer base{.here{a:b}}"),
        (":is(.gone,.here) b{a:b}", ":is(.gone,.here) b{a:b}"),
        (
            "@page{margin:0;@bottom-right{content:counter(page)}}",
            "@page{margin:0;@bottom-right{content:counter(page)}}",
        ),
    ],
)
def test_the_style_loses_the_rules_of_what_is_not_there(style, left):
    assert needed(style, '<p class="here">') == left
