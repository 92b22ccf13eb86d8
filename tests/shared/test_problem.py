"""Problems are collected, told once, in the order of the files."""

import io

import pytest

from plugins.shared.message import Message
from plugins.shared.problem import Problem, Problems, TreeHasProblems


def told(problems):
    stream = io.StringIO()
    problems.tell(stream)
    return stream.getvalue().splitlines()


def test_a_problem_is_told_once_in_one_line_in_the_order_of_the_files():
    problems = Problems()
    problems.add(Problem("b.md", 9, 1, "W202", Message("late")))
    problems.add(Problem("a.md", 2, 3, "E112", Message("no such section")))
    problems.add(Problem("a.md", 2, 3, "E112", Message("no such section")))
    assert told(problems) == ["a.md:2:3: E112 no such section", "b.md:9:1: W202 late"]
    problems.add(Problem("c.md", 1, 1, "W202", Message("later")))
    assert told(problems) == ["c.md:1:1: W202 later"]


def test_warnings_alone_end_nothing_and_those_of_a_broken_file_wait():
    problems = Problems()
    problems.add(Problem("a.md", 1, 1, "W202", Message("late")))
    problems.stop_if_any()
    problems.add(Problem("a.md", 2, 1, "E112", Message("no such section")))
    assert told(problems) == ["a.md:2:1: E112 no such section"]
    with pytest.raises(TreeHasProblems) as stopped:
        problems.stop_if_any()
    assert stopped.value.exitcode == 2


def test_a_code_that_nobody_explains_is_a_mistake_of_ours():
    with pytest.raises(ValueError, match="E999"):
        Problem("a.md", 1, 1, "E999", Message("?"))


def test_a_problem_waits_for_the_errors_of_the_files_that_it_names():
    problems = Problems()
    problems.add(Problem("a", 1, 1, "E145", Message("follows"), after=("b",)))
    problems.add(Problem("a", 1, 1, "W204", Message("a warning")))
    problems.add(Problem("b", 1, 1, "E111", Message("a slip")))
    assert [each.message for each in problems] == ["a warning", "a slip"]
    problems = Problems()
    problems.add(Problem("a", 1, 1, "E145", Message("follows"), after=("b",)))
    problems.add(Problem("b", 1, 1, "W204", Message("a warning")))
    assert [each.message for each in problems.errors] == ["follows"]


def test_errors_of_what_is_unfinished_may_pass():
    problems = Problems(frozenset({"E145"}))
    problems.add(Problem("a", 1, 1, "E145", Message("not yet")))
    assert [each.message for each in problems] == ["not yet"]
    problems.stop_if_any()


def test_what_a_file_holds_is_told_on_one_line_that_ends():
    told = str(Problem("a.md", 1, 1, "E109", Message("'{value}' is no date\t; write it so", value="a" * 100_000)))
    assert len(told) < 1000
    assert told.startswith("a.md:1:1: E109 'aaaa")
    assert told.endswith("aaa' is no date\\x09; write it so")


def test_of_many_mistakes_of_one_kind_in_a_line_the_first_are_told():
    problems = Problems()
    problems.extend(Problem("a.md", line, column, "E116", Message("no")) for line in (1, 2) for column in range(1, 99))
    assert [(each.line, each.column) for each in problems] == [(line, at) for line in (1, 2) for at in range(1, 11)]
