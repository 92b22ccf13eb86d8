"""The key: what a page says of every possible answer is what the author of the quiz wrote, with script and without."""

import pytest

from tests.browser.quizzes import read_quizzes, shown_in_a_guide
from tests.browser.telling import tell
from tests.site.filled import filled

QUIZZES = read_quizzes()
RIGHT = {"id": "Tepat.", "en": "Right."}  # what each reason begins with
WRONG = {"id": "Belum tepat.", "en": "Not quite."}

# Gives each answer to each question in turn; the verdict, and every choice whose reason can be read, with its sign.
ANSWER = """([questions, script]) => Object.entries(questions).map(([key, answers]) => {
  const question = document.querySelector(`fieldset[data-key="${key}"]`);
  const inputs = [...question.querySelectorAll("input")];
  const [check, clear] = question.querySelectorAll("button");
  const reason = (input) => {
    const why = input.closest(".quiz__choice").querySelector(".quiz__why");
    const [sign] = getComputedStyle(why, "::before").content.match(/[✓✗]/);
    return why.checkVisibility() ? [[input.value, sign, why.innerText]] : [];
  };
  return [key, answers.map((answer) => {
    clear.click();
    for (const input of inputs) if (answer.includes(input.value)) input.click();
    if (script) check.click();
    return [question.dataset.verdict || null, inputs.flatMap(reason)];
  })];
})"""


def test_there_are_quizzes_to_compare():
    assert len(QUIZZES) >= 3
    assert {each.type for quiz in QUIZZES.values() for each in quiz} == {"single", "multiple", "true-false"}
    assert all(each.right for quiz in QUIZZES.values() for each in quiz)


@pytest.mark.parametrize("key", QUIZZES)
def test_a_page_says_of_every_answer_what_the_author_wrote(device, site, key, lang, script):
    """On the quiz's own page and in each guide that holds it."""
    form = f'<quiz-form class="quiz" data-quiz="{key}"'
    holders = [each for each in site.pages if each.lang == lang and form in site.text(each)]
    assert ("quiz", key) in [(each.kind, each.key) for each in holders]
    whole = [[each.key, [said(each, answer, lang, script) for answer in each.answers()]] for each in QUIZZES[key]]
    beginning = [each for each in whole if each[0] in shown_in_a_guide(key)]
    page = device(script=script).open("")
    wrong = []
    for holder in holders:
        page.goto(site.url(holder.address))
        wanted = whole if holder.kind == "quiz" else beginning
        answers = {each.key: each.answers() for each in QUIZZES[key] if each.key in dict(wanted)}
        choices = page.locator("quiz-form fieldset[data-right]:not([data-type=document]):not([data-type=open])")
        assert choices.count() == len(wanted)
        for found, right in zip(page.evaluate(ANSWER, [answers, script]), wanted, strict=True):
            for got, want in zip(found[1], right[1], strict=True):
                if got != want:
                    wrong.append(f"{holder.address} {found[0]}: {got} instead of {want}")
    tell(wrong)


def said(question, answer, lang, script):
    """What has to be said: the reasons of what was chosen and no others; with script a verdict on the whole too."""
    reasons = []
    for choice in [each for each in question.choices if each in answer]:
        good = choice in question.right
        word, why = (RIGHT if good else WRONG)[lang], filled(question.why[choice][lang], lang)
        reasons.append([choice, "✓" if good else "✗", why if why.startswith(word) else f"{word} {why}"])
    verdict = "right" if set(answer) == question.right else "wrong"
    return [verdict if script else None, reasons]
