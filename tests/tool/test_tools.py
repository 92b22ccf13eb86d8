"""The tools of this project tell what the facts tell, at every boundary."""

from datetime import date

import pytest

from plugins.tool.condition import MOST, NoCondition, counted_days, read_span
from plugins.tool.engine import machine
from plugins.tool.formula import computed, read_formula
from plugins.tool.pages import bars
from tests.tool.project import Case, cases, machines


@pytest.fixture(scope="module")
def asked():
    return machines()


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.tool}-{'-'.join(map(str, case.answers.values()))}")
def test_a_worked_case_has_its_result(asked, case: Case):
    tool = asked[case.tool]
    assert tool.next(case.answers) is None, "something else would be asked"
    assert tool.results(case.answers) == [case.result]
    found = tool.tool.result(case.result).figures
    assert [computed(read_formula(each.formula), case.answers) for each in found] == list(case.figures)


def test_every_result_has_a_worked_case(asked):
    told = {(case.tool, case.result) for case in cases()}
    assert {(key, each.key) for key, tool in asked.items() for each in tool.tool.results} == told


def test_every_case_asks_just_what_is_needed(asked):
    """Nobody answers what changes nothing."""
    for case in cases():
        answers = {}
        while key := asked[case.tool].next(answers):
            answers[key] = case.answers[key]
        assert answers == case.answers


def test_the_months_of_a_year_add_up_to_its_tax(asked):
    """Month by month, the tax is that of the year."""
    result = asked["final-tax"].tool.result("individual")
    tax, whole = read_formula(result.monthly[-1].formula), read_formula(result.figures[0].formula)
    months = [120_000_000, 80_000_000, 0, 300_000_000, 40_000_000, 0, 0, 5_000_000, 0, 0, 0, 77_000_000]
    before, paid = 0, 0
    for month in months:
        paid += computed(tax, {"turnover": sum(months), "month": month, "before": before, "so-far": before + month})
        before += month
    assert paid == computed(whole, {"turnover": sum(months)}) == 610_000


def test_every_tool_can_be_walked_through_from_its_first_question(asked):
    for key, tool in asked.items():
        states = list(tool.states())
        assert states[0] == {}, key
        assert len({tuple(each.items()) for each in states}) == len(states)
        assert machine(tool.tool)[1] == []


def test_the_bar_of_a_sum_leads_from_the_least_to_the_most(asked):
    found = bars(asked["my-size"])
    assert [result.key for _, result in found["sales"].spans] == ["micro", "small", "medium", "larger"]
    assert [span.low for span, _ in found["sales"].spans] == [0, 2_000_000_001, 15_000_000_001, 50_000_000_001]
    assert list(found) == ["capital", "sales"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("< 2026-06-08", 0, date(2026, 6, 8).toordinal()),
        (">= 2026-06-08", date(2026, 6, 8).toordinal(), MOST),
        ("> 2026-06-30, <= 2026-07-31", date(2026, 7, 1).toordinal(), date(2026, 8, 1).toordinal()),
    ],
)
def test_a_condition_compares_days(words, low, high):
    assert read_span(counted_days(words)) == (low, high)


@pytest.mark.parametrize("words", ["< 2026-02-30", "< 8 June 2026"])
def test_what_is_no_day_is_refused(words):
    with pytest.raises(NoCondition):
        read_span(counted_days(words))
