"""Formulas: what can be written, and what comes out of it."""

from datetime import date

import pytest

from plugins.tool.formula import NoFormula, computed, names_in, read_formula


@pytest.mark.parametrize(
    "formula, answers, result",
    [
        ("1 + 2 * 3", {}, 7),
        ("(1 + 2) * 3", {}, 9),
        ("10 - 4 - 3", {}, 3),
        ("amount * 0.7 / 100", {"amount": 100_000}, 700),
        ("amount * 0.3 / 100", {"amount": 500_001}, 1500),
        ("max(0, so-far - 500)", {"so-far": 499}, 0),
        ("min(so-far, 500)", {"so-far": 501}, 500),
        ("amount / 2", {"amount": 1}, 1),  # halves go up
        ("amount / 4", {"amount": 1}, 0),
        ("0 - amount / 2", {"amount": 1}, 0),
        ("amount * 0.1", {"amount": 3}, 0),
        ("months(opened, 6)", {"opened": date(2026, 8, 31).toordinal()}, date(2027, 2, 28).toordinal()),
        ("opened + 14", {"opened": date(2026, 12, 25).toordinal()}, date(2027, 1, 8).toordinal()),
    ],
)
def test_a_formula_is_computed_exactly_and_rounded_once(formula, answers, result):
    assert computed(read_formula(formula), answers) == result


def test_a_name_may_have_hyphens_and_a_minus_has_spaces():
    assert names_in(read_formula("so-far - before")) == {"so-far", "before"}
    assert names_in(read_formula("so-far-before")) == {"so-far-before"}


@pytest.mark.parametrize(
    "formula",
    [
        "1 +",
        "(1",
        "1 ** 2",
        "'a'",
        "amount.real",
        "__import__('os')",
        "max()",
        "sum(1, 2)",
        "a if b else c",
        "True",
        "1 // 2",
        "[1]",
    ],
)
def test_what_is_no_formula_is_refused(formula):
    with pytest.raises(NoFormula):
        read_formula(formula)
