"""The Indonesian manual says what the English one says, which test_writing.py holds: who adds to one, adds to both."""

import re
import string
from collections import Counter
from functools import cache
from itertools import pairwise

import pytest

from plugins.shared.telling import translations
from tests.docs.manual import (
    CODE,
    ENGLISH,
    INDONESIAN,
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


@cache
def retold(text):
    """All that the program may say in Indonesian where it says `text` in English: in most cases one thing."""
    found = set()
    for template, translation in patterns():
        if match := template.fullmatch(text):
            values = [{}]
            for name, value in match.groupdict().items():
                known = retold(value) if value != text else {value}
                values = [{**each, name: one} for each in values for one in known]
            found |= {translation.format(**each) if each else translation for each in values}
    return found or {text}


@cache
def patterns():
    return [(pattern(template), translation) for template, translation in translations("id").items()]


def pattern(template):
    """What the English text of a template looks like; without values its braces are braces."""
    if "{#" in template:
        return re.compile(re.escape(template))
    seen, written = set(), ""
    for literal, name, _, _ in string.Formatter().parse(template):
        written += re.escape(literal)
        if name is not None:
            written += f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"
            seen.add(name)
    return re.compile(written, re.DOTALL)


def in_indonesian(line):
    place, _, rest = line.partition(": ")
    code, _, message = rest.partition(" ")
    return {f"{place}: {code} {each}" for each in retold(message)}


def test_a_line_stands_there_as_the_program_tells_it_in_indonesian():
    english, indonesian = lines(ENGLISH), lines(INDONESIAN)
    assert len(indonesian) == len(english)
    wrong = {line: in_indonesian(other) for other, line in zip(english, indonesian, strict=True)}
    assert {line: right for line, right in wrong.items() if line not in right} == {}


@pytest.mark.parametrize(
    "english, indonesian",
    [pair for pair in TABLES if pair[0].head[0] == SAYS],
    ids=[english.heading for english, _ in TABLES if english.head[0] == SAYS],
)
def test_what_a_table_says_that_a_line_says_is_told_in_indonesian(english, indonesian):
    for (first, *_), (second, *_) in zip(english.rows, indonesian.rows, strict=True):
        (said,), (wanted,) = ticked(first), ticked(second)
        possible = [each for line in told(english.heading[:4]) if said in line for each in in_indonesian(line)]
        assert [line for line in possible if wanted in line], (wanted, possible)
