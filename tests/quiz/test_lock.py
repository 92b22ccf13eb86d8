"""What an approval hangs on: words of the question and of the section, and no layout; and which mistakes wait."""

import pytest
import yaml

from plugins.quiz.lock import hash_of
from plugins.quiz.proof import says

QUIZ = "quizzes/bread/first-loaf.yaml"
GUIDE = "content/guides/bread/first-loaf/en.md"


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_another_layout_of_the_file_is_no_other_question(small, read):
    path = small / QUIZ
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    for question in data["questions"]:
        for choice in question["choices"]:
            choice.setdefault("right", "false")
    path.write_text(yaml.safe_dump(data, sort_keys=True, width=30, default_style='"'), "utf-8")
    edit(path, '"en": "How hot is the oven?"', '"en": >\n        How hot is\n        the oven?\n')
    assert read(small).told == []


def test_the_order_of_questions_is_no_part_of_them(small, read):
    path = small / QUIZ
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    data["questions"].reverse()
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    assert read(small).told == []


@pytest.mark.parametrize(
    "old, new",
    [
        ("id: Berapa derajat tungku itu?", "id: Berapa derajat tungku ini?"),
        ("en: Too cold.", "en: Far too cold."),
        ("key: cold", "key: chilly"),
        ("first-loaf#oven", "first-loaf#price"),
        ("    prompt:", "    hints:\n      - id: Lihat aturannya.\n        en: See the rule.\n    prompt:"),
    ],
)
def test_whatever_is_asked_or_marked_in_any_language_is_part_of_the_question(small, read, old, new):
    before = [hash_of(each) for each in read(small).tree.site["quiz"]["bread/first-loaf"].questions]
    edit(small / QUIZ, old, new)
    found = read(small)
    after = [hash_of(each) for each in found.tree.site["quiz"]["bread/first-loaf"].questions]
    assert (after[0] != before[0], after[1:] == before[1:]) == (True, True)
    assert [line.split(" ")[1] for line in found.told] == ["E145"]


def test_a_quote_is_compared_and_needs_no_approval(small, read):
    quote = "    quote: {id: sampai 220 derajat, en: to 220 degrees}\n"
    edit(small / QUIZ, "    prompt:", quote + "    prompt:")
    assert read(small).told == []


@pytest.mark.parametrize(
    "text, quote, stands",
    [
        ("Heat **the oven** to 220 degrees [@oven-1-2020 2(1)]. Now.", "Heat the oven to 220 degrees. Now.", True),
        ("Ask the [ministry](../x/en.md#who) first.", "Ask the ministry first", True),
        ("It says “no”\nand means it – always.", 'It says "no" and means it - always.', True),
        ("Heat the oven.", "heat the oven", False),
        ("Heat the oven.", "Heat the ove", False),
        ("Heat the oven to 220 degrees.", "the oven to 22", False),
        ("Heat the oven.", "**", False),
    ],
)
def test_a_quote_stands_word_for_word_in_what_the_reader_reads(text, quote, stands):
    assert says(text, quote) is stands


def test_what_only_follows_from_an_error_of_the_guide_waits_until_it_is_mended(small, read):
    edit(small / GUIDE, "This imaginary oven costs", "This ![](oven.png) oven costs")
    told = read(small).told
    assert told
    assert not [line for line in told if " E145 " in line]


def test_an_error_in_another_guide_hides_no_answer(small, read):
    edit(small / GUIDE, "This imaginary oven costs", "This oven of our dreams costs")
    edit(small / "content/guides/bread/selling-bread/en.md", "[@label-1-2025 16A ?]", "[@lable-1-2025 16A ?]")
    assert [line.split(" ")[1] for line in read(small).told] == ["E126", "E145"]


def test_a_law_that_is_revoked_marks_the_questions_that_rest_on_it(small, read):
    edit(small / GUIDE, "[@flour-1-2010 5 was]", "[@flour-1-2010 5]")
    told = read(small).told
    assert [line.split(" ")[1] for line in told] == ["E128", "E157"]
    assert told[1].startswith(
        f"{QUIZ}:25:11: E157 the section that proves 'needed' cites Flour 1/2010, which is revoked;"
    )


def test_a_lock_that_cannot_be_read_is_one_mistake(small, read):
    path = small / "quizzes/bread/first-loaf.lock"
    path.write_text(path.read_text("utf-8").replace("day: 2026-11-23", "day: yesterday", 1), "utf-8")
    assert [line.split(" ")[1] for line in read(small).told] == ["E109"]
