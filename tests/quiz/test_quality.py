"""What is a flaw of a question, and what is none: a good one is never blamed. tests/broken/ has the lines."""

import pytest
import yaml

from plugins.quiz.lock import hash_of
from plugins.quiz.model import Quiz
from plugins.quiz.phrases import asks_for_not, denies, only_others
from plugins.quiz.quality import (
    choices_speak_for_themselves,
    lengths_tell_nothing,
    nothing_is_denied_twice,
    places_tell_nothing,
)
from tests.quiz.examples import LANGUAGES

QUIZ = "quizzes/bread/first-loaf.yaml"


def text(words):
    return dict.fromkeys(LANGUAGES, words)


def choice(key, words, **more):
    return {"key": key, "text": text(words), "why": text("The rule.")} | more


def single(number, words, right, **more):
    """A question with these choices, of which this one is right, counted from 1."""
    choices = [choice(f"choice-{at}", each) for at, each in enumerate(words, 1)]
    choices[right - 1] |= {"right": "true"} | more
    return asked(number, "single", choices=choices)


def asked(number, kind, prompt="How hot?", **more):
    return {"key": f"question-{number}", "type": kind, "cite": "bread/first-loaf#oven", "prompt": text(prompt)} | more


def quiz(*questions):
    data = {"title": text("Bread"), "questions": list(questions)}
    return Quiz.model_validate(data, context={"languages": LANGUAGES})


def flaws(rule, *quizzes):
    """By quiz, in the order of the arguments, and by place: what a rule finds."""
    return [(each.quiz, *each.of, *each.loc) for each in rule({str(at): each for at, each in enumerate(quizzes)})]


EVEN, LONG, SHORT = ("ten degrees", "six degrees", "two degrees"), ("ten", "ten degrees", "two"), ("1", "22", "333")


@pytest.mark.parametrize(
    ("counts", "told"),
    [((3, 1), True), ((2, 2), False), ((4, 3), True), ((3, 0), False)],
    ids=["most of four", "half of four", "most of seven", "three questions only"],
)
def test_the_longest_choice_may_be_right_in_half_of_the_questions(counts, told):
    long = [single(at, LONG, 2) for at in range(counts[0])]
    even = [single(at + 10, EVEN, 1) for at in range(counts[1])]
    assert flaws(lengths_tell_nothing, quiz(*long, *even)) == ([("0", "questions")] if told else [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("aaaaaaaaaa", "aaaaaaaaaaaa", "b"), True),
        (("aaaaaaaaaa", "aaaaaaaaaaa", "b"), False),
        (("aaaaaaaaaa", "aaaaaaaaaa, (!)", "b"), False),
        (("?", "!", "…"), False),
        (("no", "yes, always"), False),
    ],
    ids=["a fifth longer", "a tenth longer", "longer by signs alone", "signs alone", "two choices"],
)
def test_a_choice_is_clearly_the_longest_by_its_letters(words, told):
    found = flaws(lengths_tell_nothing, quiz(*(single(at, words, 2) for at in range(4))))
    assert bool(found) is told


def test_lengths_are_compared_within_a_language():
    questions = [single(at, LONG, 2) for at in range(4)]
    for each in questions:
        each["choices"][1]["text"] = {"id": "sepuluh", "en": "ten"}
        each["choices"][0]["text"] = {"id": "enam", "en": "six"}
        each["choices"][2]["text"] = {"id": "dua", "en": "two"}
    (flaw,) = lengths_tell_nothing({"bread": quiz(*questions)})
    assert flaw.message.startswith("in 'id' the right choice is clearly the longest in 4 of 4 single questions;")


@pytest.mark.parametrize(
    ("places", "told"),
    [([2] * 7 + [1] * 5, True), ([2] * 6 + [1] * 6, False), ([2] * 11, False)],
    ids=["most of twelve", "half of twelve", "eleven questions only"],
)
def test_one_place_may_be_right_in_half_of_the_questions_of_all_quizzes(places, told):
    questions = [single(at, EVEN, place) for at, place in enumerate(places)]
    found = flaws(places_tell_nothing, quiz(*questions[8:]), quiz(*questions[:8]))
    assert found == ([("1", "questions")] if told else [])


def test_a_pinned_choice_has_a_place_of_its_own():
    pinned = [single(at, SHORT, 3, pin="true") for at in range(12)]
    assert flaws(places_tell_nothing, quiz(*pinned)) == []
    assert flaws(places_tell_nothing, quiz(*pinned, *(single(at + 20, EVEN, 1) for at in range(12)))) != []


def test_each_step_of_a_case_is_looked_at():
    case = asked(
        1,
        "scenario",
        steps=[
            {
                "key": "first",
                "text": text("The rule asks for much."),
                "choices": [choice("on", "Read on", right="true", goes="second"), choice("all", "All of the above")],
            },
            {
                "key": "second",
                "text": text("Which of these does it not ask for?"),
                "choices": [choice("sweep", "Sweeping"), choice("door", "Not closing the door", right="true")],
            },
        ],
    )
    assert flaws(choices_speak_for_themselves, quiz(case)) == [
        ("0", "questions", 0, "steps", 0, "choices", 1, "text", "en")
    ]
    assert flaws(nothing_is_denied_twice, quiz(case)) == [("0", "questions", 0, "steps", 1, "text", "en")]


def phrases(examples):
    return [(lang, words, said) for lang, said, texts in examples for words in texts.strip().splitlines()]


OTHERS = [
    ("id", True, "Semua benar\nSemua jawaban benar.\nSemua di atas\nSemua pilihan di atas benar\nKeduanya benar"),
    ("id", True, "Tidak ada yang benar\nTidak satu pun\nTidak ada jawaban yang tepat\nBukan salah satu di atas"),
    ("id", False, "Tidak ada\nTidak ada, sebab usahanya kecil\nSemua\nSemua pedagang\nSemua benar jika terdaftar"),
    ("en", True, "All of the above\nNone of the above.\nBoth of these\nAll answers are correct\nNone is right"),
    ("en", False, "All of the goods\nNone\nNeither, because her business is small\nBoth\nNo answer\nNone of them"),
    ("de", False, "Alle genannten\nAll of the above"),
]
ASKS = [
    ("id", True, "Mana yang bukan kewajiban pedagang?\nApa yang tidak boleh Sari lakukan?\nSemua kewajiban, kecuali:"),
    ("id", True, "Baris mana yang tidak boleh dibebankan?\nSiapa saja yang tidak wajib mendaftar?"),
    ("id", False, "Pembeli tidak puas. Ke mana ia mengadu?\nMengapa Sari tidak wajib mendaftar?"),
    ("id", False, "Toko mana yang mengganti barang yang tidak sampai?\nApa akibatnya bagi yang tidak mendaftar?"),
    ("en", True, "Which of these is not a duty?\nWhich line may Pak Made not charge?\nAll are duties except:"),
    ("en", True, "What must Sari never do?\nWhich one isn’t true?\nWhich of these duties doesn't apply?"),
    ("en", False, "What should Sari do when the goods are not delivered?\nWhy must Sari not register?"),
    ("en", False, "They have no licence. Which step is right?\nWhat is the consequence of not registering?"),
    ("de", False, "Was ist nicht wahr?"),
]
DENIES = [
    ("id", True, "Tidak menjawab\nSari tidak wajib mendaftar\nIa bukan PSE karena situsnya tertutup\nJangan dijawab"),
    ("id", False, "Menukar barang yang tidak sesuai\nLingkup privat, bukan publik\nTidak hanya tokonya"),
    (
        "en",
        True,
        "Not answering\nShe doesn't register\nNothing\nNo duty at all\nNeither, because her business is small",
    ),
    ("en", False, "Swap goods that are not as described\nPrivate, not public\nNot only her web shop\nA note"),
    ("de", False, "Nicht antworten"),
]


@pytest.mark.parametrize(("lang", "words", "said"), phrases(OTHERS))
def test_a_choice_that_only_points_at_others_is_known_by_its_words(lang, words, said):
    assert only_others(words, lang) is said


@pytest.mark.parametrize(("lang", "words", "said"), phrases(ASKS))
def test_a_question_asks_for_what_is_not_so_where_its_own_sentence_does(lang, words, said):
    assert asks_for_not(words, lang) is said


@pytest.mark.parametrize(("lang", "words", "said"), phrases(DENIES))
def test_a_choice_denies_where_its_first_thought_does(lang, words, said):
    assert denies(words, lang) is said


def test_a_reason_against_a_warning_asks_for_no_new_approval(small, read):
    path = small / QUIZ
    data = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    before = [hash_of(each) for each in read(small).tree.site["quiz"]["bread/first-loaf"].questions]
    data["questions"][0]["silence"] = {"W210": "The rule ends so."}
    path.write_text(yaml.safe_dump(data, allow_unicode=True), "utf-8")
    found = read(small)
    assert [hash_of(each) for each in found.tree.site["quiz"]["bread/first-loaf"].questions] == before
    assert [line.split(" ")[1] for line in found.told] == ["W213"]


def test_a_warning_is_told_before_the_answer_is_approved(small, read):
    """Mended afterwards, it would have to be approved again."""
    path = small / QUIZ
    path.write_text(path.read_text("utf-8").replace("en: 22 degrees", "en: None of the above"), "utf-8")
    assert [line.split(" ")[1] for line in read(small).told] == ["E145", "W210"]
