"""What an exam draws: by the seed alone, as many as each pool says, and nothing that readers mark themselves."""

from collections import Counter

from plugins.exam.model import Exam
from plugins.shared.seed import around_pinned, ordered

OPEN = """  - key: explain
    type: open
    cite: bread/first-loaf#oven
    prompt: {id: Mengapa?, en: Why?}
    model: {id: Karena panas., en: Because it is hot.}
    points:
      - {key: heat, text: {id: Panas, en: Heat}}
"""
EXAM = """title: {id: Ujian, en: Exam}
summary: {id: Soal., en: Questions.}
slug: {id: roti, en: bread}
pass_mark: 70
pools:
  - draw: DRAW
    of: [STOCK]
"""


def look(small, read, draw, stock):
    """What is told of the small site with an open question and this exam."""
    quiz = small / "quizzes" / "bread" / "first-loaf.yaml"
    quiz.write_text(quiz.read_text("utf-8") + OPEN, "utf-8")
    (small / "content" / "exams").mkdir()
    (small / "content" / "exams" / "bread.yaml").write_text(
        EXAM.replace("DRAW", str(draw)).replace("STOCK", stock), "utf-8"
    )
    return read(small)


def test_what_readers_mark_themselves_is_not_drawn(small, approved):
    tree = look(small, approved, 3, "bread/first-loaf").tree
    exam: Exam = tree.site["exam"]["bread"]
    for seed in ("a", "b", "k7m2x"):
        keys = [each.key for each in exam.drawn(tree.site, seed)]
        assert sorted(keys) == sorted(f"bread/first-loaf/{key}" for key in ("heat", "needed", "door"))


def test_a_question_that_readers_mark_themselves_can_not_be_a_pool(small, approved):
    told = look(small, approved, 1, "bread/first-loaf#explain").told
    assert told == [
        "content/exams/bread.yaml:7:10: E191 readers mark a question of type 'open' themselves; take another one"
    ]


def test_a_seed_always_draws_the_same_and_another_one_something_else(small, approved):
    tree = look(small, approved, 2, "bread/first-loaf").tree
    exam: Exam = tree.site["exam"]["bread"]
    drawn = {seed: [each.key for each in exam.drawn(tree.site, seed)] for seed in "abcdefgh"}
    assert all(len(set(keys)) == 2 for keys in drawn.values())
    assert drawn == {seed: [each.key for each in exam.drawn(tree.site, seed)] for seed in "abcdefgh"}
    assert len({tuple(keys) for keys in drawn.values()}) > 2


def test_every_order_comes_about_as_often_as_any_other():
    found = Counter(tuple(ordered(str(seed), ["one", "two", "three"])) for seed in range(6000))
    assert len(found) == 6
    assert max(found.values()) - min(found.values()) < 200  # 1000 each, give or take three deviations


def test_a_question_that_is_added_moves_no_other():
    before = ordered("k7m2x", ["one", "two", "three"])
    after = ordered("k7m2x", ["one", "two", "new", "three"])
    assert [key for key in after if key != "new"] == before


def test_what_is_pinned_stays_where_the_others_are_mixed():
    keys = ["one", "two", "three", "most"]
    pinned = [False, False, False, True]
    found = {tuple(around_pinned(str(seed), keys, keys, pinned)) for seed in range(100)}
    assert len(found) == 6
    assert {order[-1] for order in found} == {"most"}
