"""What an answer is worth, in Python. tests/browser/test_marking.py asks the same of the browser."""

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.quiz.types import Question
from plugins.quiz.types.fields import slipped
from plugins.shared.numbers import number
from tests.quiz.examples import near, questions, rows

QUESTIONS = questions()


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.question}-{row.lang}-{','.join(row.answer)}")
def test_an_answer_is_worth_what_the_table_says(row):
    assert QUESTIONS[row.question].score(tuple(row.answer), row.lang) == row.score
    assert near(QUESTIONS[row.question], row.answer, row.lang) == row.near


@pytest.mark.parametrize(
    ("written", "right", "near"),
    [
        ("komdig", "komdigi", True),
        ("komdigii", "komdigi", True),
        ("kondigi", "komdigi", True),
        ("kmodigi", "komdigi", True),
        ("Kom-digi!", "komdigi", True),
        ("komdigi", "komdigi", False),
        ("kmodgi", "komdigi", False),
        ("omdigik", "komdigi", False),
        ("", "komdigi", False),
        ("paasr", "pasar", True),
        ("pasr", "pasar|toko", True),
        ("tok", "pasar|toko", False),
        ("aaaaaa", "aaaaa", True),
        ("pasal 7", "pasal 6", False),
        ("pasal 66", "pasal 6", False),
        ("pp 12 c", "pp 12 b", False),
    ],
)
def test_one_slip_in_a_word_of_five_letters_is_nearly_right(written, right, near):
    assert slipped(written, right) is near


def test_the_table_has_a_right_and_a_wrong_answer_of_every_type():
    types = {get_args(each.model_fields["type"].annotation)[0] for each in get_args(get_args(Question)[0])}
    right = {QUESTIONS[row.question].type for row in rows() if row.score == 1}
    wrong = {QUESTIONS[row.question].type for row in rows() if row.score < 1}
    assert right == wrong | {"scenario"} == types


@pytest.mark.parametrize("question", QUESTIONS.values(), ids=lambda each: each.key)
@settings(max_examples=100, deadline=None)
@given(answer=st.lists(st.text(max_size=12), max_size=5))
def test_any_answer_at_all_has_a_score(question, answer):
    for lang in ("id", "en"):
        assert 0 <= question.score(tuple(answer), lang) <= 1


@given(value=st.integers(0, 10**12))
@settings(max_examples=200, deadline=None)
def test_a_number_is_read_as_its_language_groups_it(value):
    assert number(f"Rp{value:,}".replace(",", "."), "id") == value
    assert number(f"IDR {value:,}", "en") == value
