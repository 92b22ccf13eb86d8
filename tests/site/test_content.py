"""The content of this project: complete in both languages. An editor's good change never fails here: warnings don't."""

import pytest

from plugins.shared.problem import Problems
from tests.site.project import DAY, ROOT
from tools.tree import read_everything

GUIDES = sorted(f"{path.parent.name}/{path.name}" for path in (ROOT / "content" / "guides").glob("*/*"))


@pytest.fixture(scope="module")
def tree():
    problems = Problems()
    tree = read_everything(ROOT, problems, DAY)
    assert [str(each) for each in problems.errors] == []
    return tree


def test_every_folder_of_a_guide_is_one(tree):
    assert sorted(tree.site["guide"]) == GUIDES


@pytest.mark.parametrize("key", GUIDES)
def test_a_guide_begins_with_the_answer_and_ends_in_something_to_do(tree, key):
    for document in tree.site["guide"][key].documents.values():
        keys = [each.key for each in document.sections]
        assert keys[:2] == ["lead", "in-short"]
        assert keys[-2:] == ["what-to-do-now", "quiz"]
        assert "common-mistakes" in keys


@pytest.mark.parametrize("key", GUIDES)
def test_a_quiz_has_six_questions_of_three_types_with_a_reason_for_every_answer(tree, key):
    quiz = tree.site["quiz"][key]
    assert len(quiz.questions) >= 6
    assert len({question.type for question in quiz.questions}) >= 3
    for question in quiz.questions:
        reasons = [why for _, why in question.reasons()]
        assert reasons
        assert all(why[lang].strip() for why in reasons for lang in ("id", "en"))


def test_the_register_and_the_glossary_are_whole(tree):
    assert len(tree.site["regulation"]) >= 74
    assert len(tree.site["glossary"]["glossary"].terms) >= 92
    assert len(tree.site["fact"]["facts"].facts) >= 272
