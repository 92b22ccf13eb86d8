"""`reading`: how long the sentences and words of each text are, and which text is hard to read."""

import pytest

from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.source import Source
from tools.reading import Ease, in_english, in_indonesian, measured, reading, sentences


def read(text):
    return document(Source("a.md", f"---\ntitle: A\n---\n\n{text}\n"), Problems())


def test_sentences_end_where_they_are_read_so_and_each_knows_its_line():
    text = "Heat it to 2.5 degrees [@oven-1-2020 2]. “Is it hot?” Wait *three*\nhours!\n\n"
    text += "- Sweep\n- [The door](b.md) shuts"
    assert [(line, " ".join(words)) for line, words in sentences(read(text))] == [
        (5, "Heat it to 2.5 degrees"),
        (5, "Is it hot"),
        (5, "Wait three hours"),
        (8, "Sweep"),
        (9, "The door shuts"),
    ]


def test_headings_and_tables_are_no_sentences_and_a_task_is_one():
    text = "## Heat it {#heat}\n\n| A | B |\n| --- | --- |\n| c | d |\n\n- [ ] Sweep the oven. {#sweep}"
    assert [words for _, words in sentences(read(text))] == [["Sweep", "the", "oven"]]


@pytest.mark.parametrize(
    "count, words",
    [
        (
            in_english,
            {"oven": 2, "make": 1, "table": 2, "baked": 1, "heated": 2, "shows": 1, "places": 2, "NIB": 1, "5": 1},
        ),
        (in_indonesian, {"roti": 2, "pantai": 2, "pantainya": 3, "sebaiknya": 4, "menyediakan": 5, "KTP": 1, "220": 1}),
    ],
)
def test_syllables_are_counted(count, words):
    assert {word: count(word) for word in words} == words


def test_english_has_a_grade_and_indonesian_has_none():
    ease = measured(read("The baker heats the oven. Bread is made."), "en")
    assert (ease.words, ease.syllables, round(ease.grade, 1)) == (4.0, 1.25, 0.7)
    assert measured(read("Roti dibuat."), "id").grade is None
    assert measured(read("Brood."), "nl").syllables is None


def test_a_text_without_sentences_is_not_measured():
    assert measured(read("## Heat {#heat}"), "en") is None


def test_what_leaves_the_range_is_said():
    good = Ease("a.md", "en", words=11, long=0.05, syllables=1.5, longest=7)
    assert list(good.beyond()) == []
    hard = good._replace(words=15, long=0.2, syllables=2.0)
    assert list(hard.beyond()) == [
        "15.0 words a sentence, more than 14",
        "20% of the sentences over 20 words, more than 15%",
        "a text for grade 13.9, above 10",
    ]
    assert list(hard._replace(lang="id", words=11, long=0, syllables=2.9).beyond()) == [
        "2.90 syllables a word, more than 2.8"
    ]


def test_every_text_is_told_and_the_hard_ones_again(small, capsys):
    path = small / "content/guides/bread/first-loaf/en.md"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Leaven helps.", "Leaven helps" + " and helps" * 60 + "."), "utf-8")
    assert reading(small) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[-1].endswith(" texts, 1 of them hard to read.")
    hard = [line for line in lines if "hard to read: " in line]
    assert {line.partition(": ")[0] for line in hard} == {"content/guides/bread/first-loaf/en.md:17"}
    assert sum(line.startswith("content/guides/bread/first-loaf/id.md: ") for line in lines) == 1
