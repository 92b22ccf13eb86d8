from itertools import pairwise

import pytest

from plugins.shared.document import Document, document
from plugins.shared.problem import Problems
from plugins.shared.source import Source


def written(body: str) -> Document:
    problems = Problems()
    found = document(Source("en.md", f"---\ntitle: Bread\n---\n{body}"), problems)
    assert not list(problems)
    return found


def digest(words: str) -> str:
    return written(f"## Oven {{#oven}}\n\n{words}\n").section("oven").hash


SAME = [
    ("Heat the oven.", "Heat   the\noven."),
    ("“Hot” – it’s hot…", '"Hot" - it\'s hot...'),
    ("3 kg", "3\u00a0kg"),
    ("cafe\u0301", "caf\u00e9"),
]
OTHER = [("Heat the oven.", "Heat an oven."), ("220 degrees", "221 degrees"), ("Hot", "hot"), ("[@a 1]", "[@a 2]")]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_the_hash_of_a_section_ignores_white_space_and_typography(one, other):
    assert digest(one) == digest(other)


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_the_hash_of_a_section_changes_with_its_words(one, other):
    assert digest(one) != digest(other)


def test_the_hash_of_a_section_changes_with_its_title_and_not_with_its_neighbours():
    one = written("## Oven {#oven}\n\nHot.\n\n## Flour {#flour}\n\nDry.\n")
    other = written("Before.\n\n## The oven {#oven}\n\nHot.\n\n## Flour {#flour}\n\nDry.\n\n## Yeast {#yeast}\n")
    assert one.section("oven").hash != other.section("oven").hash
    assert one.section("flour").hash == other.section("flour").hash


def test_a_section_ends_where_any_heading_begins():
    found = written("Lead.\n\n## Oven {#oven}\n\nHot.\n\n### Door {#door}\n\nShut.\n\n## Flour {#flour}\n")
    assert [(each.key, each.level, each.line) for each in found.sections] == [
        ("lead", 1, 4),
        ("oven", 2, 6),
        ("door", 3, 10),
        ("flour", 2, 14),
    ]
    assert "Shut" not in found.section("oven").text
    assert [each.key for each in found.headings] == ["oven", "door", "flour"]


def test_a_title_is_told_without_its_marks():
    assert written("## The *hot* `oven` [here](a.md) {#oven}\n").section("oven").title == "The hot oven here"


def test_tasks_are_found_wherever_they_stand():
    found = written("- [ ] A {#a}\n  - [ ] B {#b}\n\n> - [ ] C {#c}\n\n1. [ ] D {#d}\n")
    assert found.tasks == (("a", 4), ("b", 5), ("c", 7), ("d", 9))


def test_lines_count_from_the_top_of_the_file():
    found = written("\nA [link](a.md), `code`\nand [@cite 1].\n\n- ![b](b.png)\n")
    assert [(each.kind, each.line, each.column) for each in found.references] == [
        ("link", 5, 3),
        ("cite", 6, 5),
        ("image", 8, 3),
    ]


def test_a_column_is_that_of_the_file_in_lists_quotations_and_tables():
    found = written("> - A [@a]\n>   B [@b]\n\n| x | y |\n| --- | --- |\n| one | two [@c] |\n")
    assert [(each.line, each.column) for each in found.references] == [(4, 7), (5, 7), (9, 13)]


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        ("## A {#a}\n\n- [ ] B {#b}\n", True),
        ("## A\n", False),
        ("- [ ] B\n", False),
        ("## A {#a}\n\n## B {#a}\n", False),
        ("", False),
    ],
)
def test_a_text_whose_keys_are_wrong_is_not_compared(body, whole):
    found = document(Source("en.md", f"---\ntitle: Bread\n---\n{body}"), Problems())
    assert found.whole is whole


def test_words_are_counted_without_marks():
    counts = [written(body).words for body in ("One two.", "One *two* three-four.", "Bapak’s [two](a.md)")]
    assert all(one <= other for one, other in pairwise(counts))
    assert counts[0] == 2
