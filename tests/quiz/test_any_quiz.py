"""Whatever stands in the file of a quiz or of its lock, it is read, or what is wrong with it is told at its place."""

from copy import deepcopy
from dataclasses import replace
from datetime import date

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.hub.tree import read_tree
from plugins.quiz import lock, quiz
from plugins.shared.codes import UNFINISHED
from plugins.shared.document import read_document
from plugins.shared.problem import Problems
from plugins.shared.reading import Reading
from tests.quiz.examples import EXAMPLES, LANGUAGES, ROOT

FOLDER = ROOT / "tests" / "small" / "quizzes" / "bread"
CITE = "bread/first-loaf#oven"
quietly = settings(derandomize=True, max_examples=400, deadline=None, database=None)


class Dumper(yaml.SafeDumper):
    """Writes everything out: our YAML has no aliases."""

    def ignore_aliases(self, data):
        return True


def valid_questions():
    """The examples' questions of every type, as YAML has them, proven by the small site."""
    shown = yaml.load(EXAMPLES.read_text("utf-8"), yaml.BaseLoader)["examples"]
    written = (each["with"]["quiz"] for each in shown if "quiz" in each["with"])
    return [question | {"cite": CITE} for each in written for question in each["questions"]]


QUESTIONS = valid_questions()
LOCK = yaml.load((FOLDER / "first-loaf.lock").read_text("utf-8"), yaml.BaseLoader)
UNREADABLE = ["\x00", "\x07", "\u202e", "\ufeff", "\ud800", "\t"]
SIGNS = ["*a", "&a b", "!!int", "[", "{a", "'", '"', "|", "---\n", "<<:"]
KNOWN = f"single matching scenario open id en key type why true [[what]] [key] W210 W999 {CITE}".split(" ")
PLAIN = ["~", "no", "-1", "0", "3", "1e9", "0x10", "é", "𐐀", "a|b", "", " ", "a: b", "\u2028"]
ODD = [*KNOWN, *PLAIN, "9" * 200, "a\u0301" * 20, "ß" * 200]
words = st.sampled_from(ODD) | st.text(st.characters(exclude_categories=["C"]), max_size=12)
values = st.recursive(
    st.none() | words | st.integers().map(str),
    lambda some: st.lists(some, max_size=3) | st.dictionaries(words, some, max_size=3),
    max_leaves=8,
)
deep = st.integers(1, 60).map(lambda depth: yaml.safe_load("[" * depth + "]" * depth))


def places(node, place=()):
    """Every place of a tree, from its top down."""
    yield place
    pairs = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, each in pairs:
        yield from places(each, (*place, key))


@st.composite
def trees(draw, tree):
    """A tree in which some things are missing, twice, renamed, elsewhere, or something else."""
    top = [deepcopy(draw(tree))]
    for _ in range(draw(st.sampled_from([1, 2, 3, 6]))):
        *above, last = draw(st.sampled_from([each for each in places(top) if each]))
        node = top
        for key in above:
            node = node[key]
        slip = draw(st.sampled_from(["drop", "replace", "again", "rename", "rename", "wrap", "bury"]))
        if slip == "drop":
            del node[last]
            top = top or [None]
        elif slip == "again":
            copied = top
            for key in draw(st.sampled_from(list(places(top)))):
                copied = copied[key]
            node[last] = deepcopy(copied)
        elif slip == "rename" and isinstance(node, dict):
            said = [each for each in node.values() if isinstance(each, str)]
            name = draw(st.sampled_from([*node, *said]) | words)
            node[name] = node.pop(last)
        else:
            node[last] = [node[last]] if slip == "wrap" else draw(deep if slip == "bury" else values)
    return top[0]


@st.composite
def texts(draw, tree):
    """A tree as YAML, in which some lines are missing, twice, further right, or begin otherwise."""
    lines = yaml.dump(draw(trees(tree)), Dumper=Dumper, allow_unicode=True, sort_keys=False).split("\n")
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 1, 2]))):
        at = draw(st.integers(0, len(lines) - 1))
        slip = draw(st.sampled_from(["drop", "again", "right", "piece"]))
        odd = draw(words | st.sampled_from([*UNREADABLE, *SIGNS]))
        new = {"drop": [], "again": [lines[at]] * 2, "right": [f"  {lines[at]}"], "piece": [odd + lines[at]]}
        lines[at : at + 1] = new[slip]
        lines = lines or [""]
    return "\n".join(lines)


def quizzes():
    questions = st.lists(st.sampled_from(QUESTIONS), min_size=1, max_size=2)
    title = {"id": "Roti", "en": "Bread"}
    return questions.map(lambda some: {"title": title, "questions": some})


def files(tree):
    """Nearly good ones, and any text or bytes at all."""
    good = texts(tree).map(lambda text: text.encode("utf-8", "surrogatepass"))
    bad = st.lists(words | st.sampled_from([": ", "- ", "\n", "\n  "]), max_size=30).map("".join).map(str.encode)
    return st.one_of(*[good] * 6, bad, st.binary(max_size=60))


@pytest.fixture(scope="module")
def look(tmp_path_factory, concepts):
    """Reads a file of a concept that belongs to the small site, and asks all rules of it."""
    small, problems = ROOT / "tests" / "small", Problems()
    day, theme = date(2026, 11, 23), ROOT / "theme"
    reading = Reading(small, LANGUAGES, day, problems, lambda path: read_document(path, small, problems), theme)
    good = read_tree(concepts, reading, theme / "locale").site
    root = tmp_path_factory.mktemp("any").resolve()
    (root / "quizzes" / "bread").mkdir(parents=True)

    def look(concept, name, data):
        path, problems = root / "quizzes" / "bread" / name, Problems()
        path.write_bytes(data)
        try:
            found = concept.read(Reading(root, LANGUAGES, day, problems, lambda _: None, theme))
        finally:
            path.unlink()
        site = replace(good, things={**good.things, concept.name: found})
        for rule in concept.rules:
            problems.extend(rule(site))
        lines = data.count(b"\n") + data.count(b"\r") + 2
        own = [each for each in problems if each.path == f"quizzes/bread/{name}"]
        assert found or own
        assert [each for each in own if not (1 <= each.line <= lines and each.column >= 1)] == []
        return site, problems

    return look


# a key that is called as the type of its question, and a mistake below it
NAMED = b"""questions:
  - type: single
    single: choices
    choices: [{key: a}]
"""


@quietly
@given(data=files(quizzes()))
@example(data=NAMED)
def test_whatever_a_quiz_holds_is_read_or_told(look, data):
    concept = quiz(None)
    site, problems = look(concept, "first-loaf.yaml", data)
    if {each.code for each in problems.errors} <= UNFINISHED:
        assert list(concept.pages(site))
        for question in site["quiz"]["bread/first-loaf"].questions:
            assert list(question.reasons())
            assert 0 <= question.mixed("seed").score(("a",), "id") <= 1


@quietly
@given(data=files(st.just(LOCK)))
def test_whatever_a_lock_holds_is_read_or_told(look, data):
    look(lock(None), "first-loaf.lock", data)
