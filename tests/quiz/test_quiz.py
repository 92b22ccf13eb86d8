from copy import deepcopy

import pytest
import yaml


def test_the_right_choices_stand_in_the_authors_order(small, read):
    quiz = read(small).tree.site["quiz"]["bread/first-loaf"]
    assert [question.right for question in quiz.questions] == [("hot",), ("flour", "label"), ("no",)]


def test_a_quiz_has_an_address_beside_those_of_its_guide(small, read):
    pages = {page.lang: page.address for page in read(small).tree.pages if page.kind == "quiz"}
    assert pages == {"id": "id/kuis/roti/roti-pertama/", "en": "en/quiz/bread/first-loaf/"}


def test_an_answer_may_be_proven_by_another_guide(small, approved):
    path = small / "quizzes" / "bread" / "first-loaf.yaml"
    path.write_text(path.read_text("utf-8").replace("first-loaf#oven", "selling-bread#label"), "utf-8")
    assert approved(small).told == []


def test_a_yes_that_is_no_text_stays_a_key(small, read):
    """YAML would make true and false of them."""
    path = small / "quizzes" / "bread" / "first-loaf.yaml"
    path.write_text(path.read_text("utf-8").replace('"yes"', "yes").replace('"no"', "no"), "utf-8")
    found = read(small)
    assert found.told == []
    assert [each.key for each in found.tree.site["quiz"]["bread/first-loaf"].questions[2].choices] == ["yes", "no"]


def test_without_a_quiz_there_is_no_list_of_quizzes(small, read):
    (small / "quizzes" / "bread" / "first-loaf.yaml").unlink()
    for lang in ("id", "en"):
        path = small / "content" / "guides" / "bread" / "first-loaf" / f"{lang}.md"
        path.write_text(path.read_text("utf-8").replace("\n::quiz[bread/first-loaf]\n", ""), "utf-8")
    assert not [page for page in read(small).tree.pages if page.kind in ("quiz", "quizzes")]


@pytest.mark.parametrize(("count", "shown"), [(5, 5), (6, 4), (12, 4)])
def test_a_text_shows_the_opening_of_a_long_quiz(small, approved, count, shown):
    """A link to one more question would be more than the question itself."""
    path = small / "quizzes" / "bread" / "first-loaf.yaml"
    quiz = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    first = quiz["questions"][0]
    quiz["questions"] = [deepcopy(first) | {"key": f"heat-{number}"} for number in range(count)]
    path.write_text(yaml.safe_dump(quiz, allow_unicode=True), "utf-8")
    found = approved(small)
    assert found.told == []
    assert len(found.tree.site["quiz"]["bread/first-loaf"].opening) == shown


@pytest.mark.parametrize(
    ("number", "answer", "score"),
    [
        (0, ["hot"], 1),
        (0, ["cold"], 0),
        (0, [], 0),
        (1, ["label", "flour"], 1),
        (1, ["flour"], 0.5),
        (1, ["flour", "smoke"], 0),
        (1, ["flour", "label", "smoke"], 0.5),
        (2, ["no"], 1),
        (2, ["yes"], 0),
    ],
)
def test_an_answer_has_a_score_and_what_is_wrong_in_it_costs(small, read, number, answer, score):
    question = read(small).tree.site["quiz"]["bread/first-loaf"].questions[number]
    assert question.score(tuple(answer), "en") == score
