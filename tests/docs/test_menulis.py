"""The Indonesian manual says what the English one says, which test_writing.py holds: who adds to one, adds to both."""

import re
import shutil
from collections import Counter
from itertools import pairwise

import pytest

from plugins.shared.codes import CODES
from plugins.shared.telling import translation, translations
from tests.broken.test_broken import spoil
from tests.docs.manual import (
    BROKEN,
    CODE,
    ENGLISH,
    INDONESIAN,
    LINE,
    ROOT,
    anchor,
    commands,
    headings,
    lines,
    tables,
    ticked,
    tokens_of,
    told,
)

SAYS = "The line says"
OPEN = {f"{each}_open" for each in ("heading", "paragraph", "table", "bullet_list", "ordered_list", "list_item")}
TABLES = list(zip(tables(ENGLISH), tables(INDONESIAN), strict=False))  # the first test says where one is missing
HEADINGS = [[words for _, words in headings(path)] for path in (ENGLISH, INDONESIAN)]


def parts(path):
    """The tokens below each heading."""
    tokens = tokens_of(path)
    begins = [at for at, token in enumerate(tokens) if token.type == "heading_open"]
    return [tokens[begin + 3 : end] for begin, end in pairwise([*begins, len(tokens)])]


PARTS = list(zip(HEADINGS[0], *map(parts, (ENGLISH, INDONESIAN)), strict=False))


def inline(tokens):
    """The words and links of a part, without its blocks of code."""
    return [child for token in tokens for child in token.children or ()]


# the same shape


def test_both_manuals_have_the_same_headings_paragraphs_lists_blocks_and_tables_in_the_same_order():
    def shape(path):
        for at, token in enumerate(tokens := tokens_of(path)):
            if token.type in OPEN or token.type == "fence":
                code = CODE.match(tokens[at + 1].content) if token.type == "heading_open" else None
                yield token.tag, token.info, code[1] if code else ""

    assert list(shape(INDONESIAN)) == list(shape(ENGLISH))


def test_each_manual_leads_to_the_other_in_its_first_paragraph():
    for path, other in ((ENGLISH, INDONESIAN), (INDONESIAN, ENGLISH)):
        first = parts(path)[0][:3]
        assert other.name in [child.attrs.get("href") for child in inline(first)]


@pytest.mark.parametrize("heading, english, indonesian", PARTS, ids=HEADINGS[0][: len(PARTS)])
def test_a_part_has_the_same_examples_links_and_numbers(heading, english, indonesian):
    def examples(tokens):
        return [token.content for token in tokens if token.type == "fence" and token.info in ("markdown", "yaml")]

    def targets(tokens, words):
        anchors = [anchor(each) for each in words]
        hrefs = [child.attrs["href"] for child in inline(tokens) if child.type == "link_open"]
        known = [href for href in hrefs if href not in (ENGLISH.name, INDONESIAN.name)]
        return Counter(anchors.index(href[1:]) if href.startswith("#") else href for href in known)

    def numbers(tokens):
        words = " ".join(child.content for child in inline(tokens) if child.type == "text")
        return Counter(re.sub("[.,]", "", each) for each in re.findall(r"\d(?:[\d.,]*\d)?", words))

    assert examples(indonesian) == examples(english)
    assert targets(indonesian, HEADINGS[1]) == targets(english, HEADINGS[0])
    assert numbers(indonesian) == numbers(english)


def test_both_manuals_name_the_same_commands():
    def bare(path):
        return [re.sub('"[^"]*"', '""', each) for each in commands(path)]

    assert bare(INDONESIAN) == bare(ENGLISH)


# the same tables


@pytest.mark.parametrize("english, indonesian", TABLES, ids=[english.heading for english, _ in TABLES])
def test_a_table_has_the_same_rows(english, indonesian):
    """And in them the same keys and words of the files, except where people's words are shown, wrong and right."""
    assert [len(row) for row in (indonesian.head, *indonesian.rows)] == [
        len(row) for row in (english.head, *english.rows)
    ]
    if english.head[0] != SAYS:
        assert [[ticked(cell) for cell in row] for row in indonesian.rows] == [
            [ticked(cell) for cell in row] for row in english.rows
        ]


@pytest.mark.parametrize("column", ["In", "Needed"])
def test_a_word_of_the_tables_of_keys_is_always_said_by_the_same_word(column):
    """So each key stands at the place that has it, and is needed there, as in English."""
    said = {}
    for english, indonesian in TABLES:
        if column in english.head:
            at = english.head.index(column)
            for row, other in zip(english.rows, indonesian.rows, strict=True):
                words = zip(row[at].split(", "), other[at].split(", "), strict=True)
                for word, translated in words:
                    assert said.setdefault(word, translated) == translated, row
    assert len(set(said.values())) == len(said) > 3


# the same messages, as they are told in Indonesian


@pytest.fixture
def retold(tmp_path, read):
    """By what an editor is told in English of a mistake of tests/broken/, what is told in Indonesian."""

    def retold(folder):
        small = shutil.copytree(ROOT / "tests" / "small", tmp_path.resolve() / folder.name / "small")
        return {str(each): each.told(translation("id")) for each in read(spoil(small, folder)).problems}

    return retold


def quoted(code):
    """What both manuals repeat of the lines under a code: whole ones, and what their tables have of them."""
    yield from (pair for pair in zip(lines(ENGLISH), lines(INDONESIAN), strict=True) if f": {code} " in pair[0])
    for english, indonesian in TABLES:
        if english.head[0] == SAYS and english.heading.startswith(code):
            for row, other in zip(english.rows, indonesian.rows, strict=True):
                yield ticked(row[0])[0], ticked(other[0])[0]


@pytest.mark.parametrize("code", [code for code in CODES if told(code)])
def test_what_is_told_under_a_code_stands_there_as_it_is_told_in_indonesian(code, retold):
    wanted = list(quoted(code))
    folders = {path.parent: path.read_text("utf-8") for path in BROKEN.glob(f"{code}-*/expect.txt")}
    needed = [folder for folder, text in folders.items() if any(english in text for english, _ in wanted)]
    known = {english: said for folder in needed for english, said in retold(folder).items()}
    for english, indonesian in wanted:
        possible = [said for line, said in known.items() if english in line]
        whole = LINE.fullmatch(indonesian)
        assert [said for said in possible if (said == indonesian if whole else indonesian in said)], possible


def test_what_is_told_of_the_built_site_stands_there_as_it_is_told_in_indonesian():
    """The lines speak of no site that the tests have: what stands in both manuals is made of the same template."""
    templates = [(pattern(english), pattern(indonesian)) for english, indonesian in translations("id").items()]
    for english, indonesian in zip(lines(ENGLISH), lines(INDONESIAN), strict=True):
        (*place, said), (*other_place, translated) = english.split(" ", 2), indonesian.split(" ", 2)
        if not told(place[1]):
            assert other_place == place
            whole, core = (said, translated), [re.sub(r"^'\S+' (.+); .+$", r"\1", each) for each in (said, translated)]
            made = [one for one, two in templates for a, b in (whole, core) if one.fullmatch(a) and two.fullmatch(b)]
            assert made, english


def pattern(template):
    """What a text that was made of a template looks like."""
    return re.compile(re.sub(r"\\{\w+\\}", ".+", re.escape(template)))
