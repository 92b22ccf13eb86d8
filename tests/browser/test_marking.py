"""The browser marks as the table in tests/quiz/marking.yaml says, and as Python does whatever is answered."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.quiz.types.fields import Field, plain
from tests.browser.device import Device
from tests.browser.telling import tell
from tests.quiz.examples import near, questions, rows

QUESTIONS = questions()
MARK = """(rows) => rows.map(([key, answer]) => {
  const question = document.querySelector(`fieldset[data-key="${key}"]`); // the page's own language comes first
  const form = question.closest("quiz-form");
  question.form.reset();
  delete question.dataset.score;
  pandu.set([[form.name(question), { answer }]]);
  form.restore(question);
  const near = question.querySelectorAll('[aria-invalid="spelling"]');
  return [Number(question.dataset.score || 0), [...near].map((field) => field.name)];
})"""
SLIPS = """(pairs) => {
  const question = document.querySelector('fieldset[data-key="abbreviation"]');
  const field = question.elements[0];
  const right = field.dataset.right;
  const found = pairs.map(([written, right]) => {
    Object.assign(field, { value: written }).dataset.right = right;
    return Boolean(pandu.mark(question).slip);
  });
  field.dataset.right = right;
  return found;
}"""

words = st.text("0123456789.,-/ RpIDRjutamiliarbthousandkM%é", max_size=14)
written = {"price": words, "abbreviation": words | st.sampled_from(["PSE", "pse.", "P S E", "Pse!"])}
fields = {
    key: st.tuples(*(st.builds(f"{field.key}={{}}".format, words) for field in QUESTIONS[key].fields))
    for key in ("pairs", "order", "blanks")
}


@pytest.fixture(scope="module", params=["id", "en"])
def lang(request):
    return request.param


@pytest.fixture(scope="module")
def page(browser, components, lang):
    device = Device(browser, components)
    yield device.open(components.find("component", "quiz", lang))
    tell(device.close())


def test_the_browser_marks_as_the_table_says(page, lang):
    wanted = [each for each in rows() if each.lang == lang]
    scores = page.evaluate(MARK, [[each.question, each.answer] for each in wanted])
    for each, found in zip(wanted, scores, strict=True):
        assert found == [each.score, list(each.near)], each


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    st.lists(
        st.sampled_from([*written, *fields]).flatmap(
            lambda key: st.tuples(
                st.just(key), written[key].map(lambda text: [text]) if key in written else fields[key].map(list)
            )
        ),
        min_size=60,
        max_size=120,
    )
)
def test_both_markers_agree_on_whatever_is_written(page, lang, answers):
    scores = page.evaluate(MARK, [list(each) for each in answers])
    for (key, answer), found in zip(answers, scores, strict=True):
        wanted = [QUESTIONS[key].score(tuple(answer), lang), list(near(QUESTIONS[key], answer, lang))]
        assert found == wanted, (key, answer)


letters = st.sampled_from("abcdé ñ1ﬁ𐐀.")


@st.composite
def slips(draw):
    """What is accepted, and the same with a slip or two."""
    right = written = draw(st.text("abcdé ñ1ﬁ𐐀", min_size=3, max_size=9))
    for _ in range(draw(st.sampled_from([1, 1, 1, 2]))):
        at = draw(st.integers(0, len(written)))
        one, two, rest = written[at : at + 1], written[at + 1 : at + 2], written[at + 2 :]
        slip = draw(st.sampled_from([two + one, two, draw(letters) + two, draw(letters) + one + two]))
        written = written[:at] + slip + rest
    return [written, "|".join(plain(each) for each in (right, draw(st.text(letters, max_size=6))))]


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(slips(), min_size=60, max_size=120))
def test_both_markers_agree_on_what_is_nearly_right(page, pairs):
    for (written, right), said in zip(pairs, page.evaluate(SLIPS, pairs), strict=True):
        assert said == Field("answer", "text", {}, {"en": right}, {}).nearly(written, "en"), (written, right)


SAID = {
    "id": ("toko wbe", "Belum tepat: 1 dari 2 jawaban benar. Hampir tepat: periksa ejaannya."),
    "en": ("webshop", "Not quite: 1 of 2 right answers. Nearly: look at the spelling."),
}


def test_a_slip_is_told_with_the_verdict_until_the_answer_changes(page, lang):
    written, said = SAID[lang]
    question = page.locator('fieldset[data-key="blanks"]').first
    field = question.locator('[name="what"]')
    field.fill(written)
    question.locator('[name="who"]').fill("PSE")
    question.locator("button:not([type])").click()
    assert question.locator("output").evaluate("output => output.value") == said
    assert field.get_attribute("aria-invalid") == "spelling"
    field.fill("PSE")
    field.blur()
    assert question.locator("output").evaluate("output => output.value") == ""
    assert field.get_attribute("aria-invalid") is None


def test_what_the_editor_says_of_a_near_answer_goes_before_its_spelling(page):
    """The examples accept PSE, and say of PPMSE that it is near."""
    assert page.evaluate(SLIPS, [["PPMSE", "ppmsf"], ["PPMSG", "ppmsf"]]) == [False, True]
