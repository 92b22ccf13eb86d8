"""What can be wrong with a question of each type: a file in broken/ makes one mistake and says what is told."""

from pathlib import Path

import pytest

BROKEN = sorted(Path(__file__).with_name("broken").glob("*.yaml"))


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_a_mistake_in_a_question_is_told_in_one_line_at_its_place(path, small, read):
    text = path.read_text("utf-8")
    expected = text.splitlines()[0].removeprefix("# expect: ")
    (small / "quizzes" / "bread" / "first-loaf.yaml").write_text(text, "utf-8")
    assert read(small).told == [f"quizzes/bread/first-loaf.yaml:{expected}"]
