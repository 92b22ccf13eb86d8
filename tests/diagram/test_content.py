"""The diagrams of this project: nothing but what the facts and the register say, in both languages alike."""

import re
from pathlib import Path

import pytest

from plugins.shared.model import Text
from plugins.shared.problem import Problems
from tests.site.project import DAY
from tools.tree import read_everything

ROOT = Path(__file__).resolve().parents[2]
KEYS = sorted(path.stem for path in (ROOT / "content" / "diagrams").glob("*.yaml"))
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def found():
    """This project's content as it was read, and every line that is told of it."""
    problems = Problems()
    tree = read_everything(ROOT, problems, DAY)
    return tree, [str(each) for each in problems]


@pytest.fixture
def site(found):
    return found[0].site


def own(part):
    """The texts that stand in a part itself, not in the parts below it."""
    for name in type(part).model_fields:
        value = getattr(part, name)
        for each in value if isinstance(value, tuple) else (value,):
            if isinstance(each, Text):
                yield each


def days_of(diagram, site):
    """What a timeline draws, and the range that its message names."""
    for event in getattr(diagram, "events", ()):
        yield event.day or site["regulation"][event.law].in_force_from


def numbers(text, lang):
    """The numbers of a text, written as in English."""
    found = NUMBER.findall(text)
    return {each.replace(".", "#").replace(",", ".").replace("#", ",") if lang == "id" else each for each in found}


def test_nothing_is_told_of_them(found):
    assert len(KEYS) >= 8
    assert [line for line in found[1] if line.startswith("content/diagrams/")] == []


@pytest.mark.parametrize("key", KEYS)
def test_a_number_in_the_words_stands_in_the_facts_of_its_part(site, key):
    facts = {fact.code: fact.text for fact in site["fact"]["facts"].facts}
    diagram = site["diagram"][key]
    laws = " ".join(site["regulation"][law].short for _, law in diagram.laws())
    for loc, part in diagram.parts():
        known = set(NUMBER.findall(" ".join([*(facts[code] for code in part.facts), laws])))
        known |= {f"{each}" for text in known for each in re.findall(r"\d+", text)}
        known |= {str(day.year) for day in days_of(diagram, site)}
        for text in own(part):
            for lang, words in text.root.items():
                assert numbers(words, lang) <= known, (loc, lang, words)


@pytest.mark.parametrize("key", KEYS)
def test_the_languages_name_the_same_numbers(site, key):
    for loc, part in site["diagram"][key].parts():
        for text in own(part):
            said = {lang: numbers(words, lang) for lang, words in text.root.items()}
            assert said["id"] == said["en"], loc


@pytest.mark.parametrize("key", KEYS)
def test_a_diagram_rests_on_laws_that_hold_or_says_where_to_check(site, key):
    diagram, register = site["diagram"][key], site["regulation"]
    laws = {law for _, law in diagram.laws()}
    tags = {fact.tag for fact in site["fact"]["facts"].facts if fact.code in diagram.codes}
    assert laws or tags <= {"N", "E"}, "what no law of the register says is marked, or is our advice"
    assert {register[law].status for law in laws} <= {"in_force", "amended", "not_yet_in_force", "policy_document"}


def test_an_open_question_is_not_the_message_of_a_diagram(site):
    tags = {fact.code: fact.tag for fact in site["fact"]["facts"].facts}
    for key in KEYS:
        assert "?" not in {tags[code] for code in site["diagram"][key].facts}, key
