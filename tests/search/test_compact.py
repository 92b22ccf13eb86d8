"""The index of the archive: sections with their addresses, and what each stem says of them."""

import json
import re

from plugins.search.compact import compact, read, written

GUIDE = (
    "en/mse/nib/index.html",
    '<html lang="en"><head><title>NIB &amp; licences</title>'
    '<meta data-pagefind-meta="kind[content]" content="guide">'
    '<meta data-pagefind-meta="also[content]" content="Permit">'
    '</head><body data-pagefind-weight="3"><h1>NIB &amp; licences</h1><p>Registering costs nothing.</p>'
    '<h2 id="who">Who registers</h2><p>Every trader.</p><h4>Aside</h4><p>Traders &lt;here&gt;.</p></body></html>',
)
TERM = (
    "en/glossary/#nib/index.html",
    '<html lang="en"><head><title>NIB</title></head><body data-pagefind-weight="2"><h1>NIB</h1><p>A number.</p></body>',
)


def index(*documents):
    script = compact(documents, "en")
    found = re.fullmatch(r"pandu\.index = JSON\.parse\((.*)\);\n", script)
    return json.loads(json.loads(found[1]))


def places(data, term):
    """Section and letter of each place of a stem."""
    known = dict(zip(data["terms"].split(" "), data["places"].split(" "), strict=True))
    found, at = {}, 0
    for step, letter in re.findall("([^A-Z]+)([A-Z])", known[term]):
        at += int(step, 36)
        found[at] = letter
    return found


def test_a_page_is_cut_at_headings_that_have_an_address():
    found = read(*GUIDE)
    assert [(each.anchor, each.heading, each.text) for each in found.sections] == [
        ("", "", ["Registering costs nothing."]),
        ("who", "Who registers", ["Every trader.", "Aside", "Traders <here>."]),
    ]
    assert (found.title, found.address) == ("NIB & licences", "en/mse/nib/index.html")


def test_a_term_stands_on_the_page_of_its_list():
    assert read(*TERM).address == "en/glossary/index.html#nib"


def test_words_of_one_stem_are_found_under_it_in_each_section():
    data = index(GUIDE, TERM)
    assert places(data, "regist").keys() == {0, 1}
    assert places(data, "trader").keys() == {1}
    assert places(data, "nib").keys() == {0, 2}
    assert places(data, "permit").keys() == {0}


def test_a_title_says_more_than_a_heading_and_that_more_than_a_text():
    data = index(GUIDE)
    title, heading, text = places(data, "nib")[0], places(data, "regist")[1], places(data, "noth")[0]
    assert title > heading > text


def test_distances_between_sections_are_short_and_exact():
    assert written([(0, 1.0), (35, 1.0), (71, 0.0001), (2000, 99.0)]) == "0HzH10A1hlZ"
