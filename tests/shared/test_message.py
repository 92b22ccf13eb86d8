"""Editors are told in English, or in the language of their system."""

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.shared.message import Listed, Message, counted
from plugins.shared.problem import Problem, instead
from plugins.shared.telling import language, translation, translations

ROOT = Path(__file__).parents[2]
TRANSLATED = [folder.name for folder in sorted((ROOT / "plugins" / "locale").iterdir())]


def templates() -> Iterator[tuple[str, ast.expr]]:
    """The first argument of every `Message(…)` and `Listed(…)`, with its place."""
    for path in sorted(
        [*ROOT.glob("plugins/**/*.py"), *ROOT.glob("tools/**/*.py"), *ROOT.glob("bench/**/*.py"), ROOT / "tasks.py"]
    ):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Message", "Listed"):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def says_something(template: str) -> bool:
    """False for what only puts its values beside each other: `{file}:{line}`."""
    return any(map(str.isalpha, re.sub(r"\{\w+\}", "", template)))


def test_a_message_is_its_english_text_and_keeps_the_template():
    message = Message("no section '{key}'; {hint}", key="{step}", hint=Message("nearest: {near}", near="steps"))
    assert message == "no section '{step}'; nearest: steps"
    said = {"no section '{key}'; {hint}": "tanpa bagian '{key}'; {hint}", "nearest: {near}": "mirip: {near}"}
    assert message.said(said.__getitem__) == "tanpa bagian '{step}'; mirip: steps"


def test_braces_in_a_message_without_values_are_braces():
    assert Message("write {#key}").said(str) == "write {#key}"


def test_each_of_a_list_is_said():
    assert Listed(", ", ["a", Message("there are none")]).said(translation("id")) == "a, tidak ada satu pun"


def test_what_stands_between_is_said_too():
    assert Listed(" or ", ["2", "2(2)", "9-11"]) == "2 or 2(2) or 9-11"
    assert Listed(" or ", ["2", "2(2)", "9-11"]).said(translation("id")) == "2 atau 2(2) atau 9-11"


def test_a_template_may_be_filled_later():
    assert Message("'{value}' is no key").filled(value="a b") == "'a b' is no key"
    assert Listed(", ", ["a", "b"]).filled(first="c", second="d") == "c, d"


def test_one_is_told_from_several():
    one, several = Message("{count} page"), Message("{count} pages")
    assert [counted(count, one, several) for count in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]


def test_a_problem_takes_no_text_that_can_be_said_in_english_only():
    with pytest.raises(TypeError, match="make it a Message"):
        Problem("a.md", 1, 2, "E112", "no such section")


def test_a_line_is_told_in_the_language_of_the_editor():
    problem = Problem("a.md", 1, 2, "E112", instead("stpes", ["steps"]))
    assert problem.told(translation("id")) == "a.md:1:2: E112 yang paling mirip: steps"
    assert str(problem) == "a.md:1:2: E112 nearest: steps"


@pytest.mark.parametrize(
    "environment, lang",
    [
        ({}, "en"),
        ({"LANG": "id_ID.UTF-8"}, "id"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": "en_GB.UTF-8"}, "en"),
        ({"LANG": "id_ID.UTF-8", "LC_ALL": ""}, "id"),
        ({"LANG": "id_ID.UTF-8", "PANDU_LANG": "en"}, "en"),
        ({"PANDU_LANG": "ID"}, "id"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"PANDU_LANG": "../en"}, "en"),
    ],
)
def test_the_language_is_pandu_lang_else_that_of_the_system(environment, lang):
    assert language(environment) == lang


def test_a_template_stands_in_the_code_as_it_is():
    assert [place for place, each in templates() if not isinstance(each, ast.Constant)] == []


@pytest.mark.parametrize("lang", TRANSLATED)
def test_every_message_is_said_in_every_language_and_filled_with_the_same(lang):
    known = translations(lang)
    written = {each.value: place for place, each in templates() if says_something(each.value)}
    assert {each: place for each, place in written.items() if each not in known} == {}
    assert sorted(known.keys() - written.keys()) == [], "these are said no more"
    assert [each for each in written if "{#" not in each and fields(each) != fields(known[each])] == []
