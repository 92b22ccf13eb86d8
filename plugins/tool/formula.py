"""Formulas of results: `max(0, turnover - 500000000) * 0.5 / 100`. Read once, computed here and in the page alike.

A formula becomes a tree of lists, `["*", ["max", 0, …], …]`, which JSON carries into the page. A decimal becomes a
quotient of whole numbers, so that both compute with the same ones; the result is rounded to whole units, halves up.
A day is its number in the calendar, as `date.toordinal` counts; `months(day, 6)` is the same day six months later.
"""

import ast
import re
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from math import floor

from plugins.shared.message import Message
from plugins.shared.review import months_after

Tree = int | str | list["Tree"]
SIGNS: dict[type[ast.operator], str] = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/"}
CALLS = ("max", "min", "months")
NAME = re.compile(r"[a-z][a-z0-9-]*")


class NoFormula(ValueError):
    """What is wrong with a formula."""

    def __init__(self, message: Message) -> None:
        super().__init__(message)
        self.message = message


def read_formula(text: str) -> Tree:
    """The tree of a formula: + - * /, max, min, months, brackets, numbers and names; a name may have hyphens."""
    try:
        tree = ast.parse(NAME.sub(lambda name: name[0].replace("-", "_"), text).strip(), mode="eval")
    except SyntaxError:
        message = Message("'{text}' can't be computed; close its brackets, and put spaces around '-'", text=text)
        raise NoFormula(message) from None
    return _read(tree.body, text)


def _read(node: ast.expr, text: str) -> Tree:
    match node:
        case ast.BinOp(left, sign, right) if type(sign) in SIGNS:
            return [SIGNS[type(sign)], _read(left, text), _read(right, text)]
        case ast.Call(ast.Name(name), [_, *_] as arguments, []) if name in CALLS:
            return [name, *(_read(each, text) for each in arguments)]
        case ast.Name(name):
            return name.replace("_", "-")
        case ast.Constant(int(number)) if not isinstance(number, bool):
            return number
        case ast.Constant(float(number)):
            quotient = Fraction(str(number))
            return ["/", quotient.numerator, quotient.denominator]
    raise NoFormula(Message("'{text}' can't be computed; use numbers, names, + - * /, max, min and months", text=text))


def names_in(tree: Tree) -> frozenset[str]:
    if isinstance(tree, str):
        return frozenset({tree})
    return frozenset().union(*map(names_in, tree[1:])) if isinstance(tree, list) else frozenset()


def computed(tree: Tree, answers: Mapping[str, int]) -> int:
    """The result in whole units, halves up; ZeroDivisionError where the answers divide by nothing."""
    return floor(_computed(tree, answers) + Fraction(1, 2))


def _computed(tree: Tree, answers: Mapping[str, int]) -> Fraction:
    if isinstance(tree, list):
        sign, first, *others = tree[0], *(_computed(each, answers) for each in tree[1:])
        for each in others:
            match sign:
                case "+":
                    first += each
                case "-":
                    first -= each
                case "*":
                    first *= each
                case "/":
                    first /= each
                case "max":
                    first = max(first, each)
                case "min":
                    first = min(first, each)
                case "months":
                    first = Fraction(months_after(date.fromordinal(int(first)), int(each)).toordinal())
        return first
    return Fraction(answers[tree] if isinstance(tree, str) else tree)
