"""The browser marks as the table in tests/quiz/marking.yaml says, and as Python does whatever is answered."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.browser.device import Device
from tests.browser.telling import tell
from tests.quiz.examples import questions, rows

QUESTIONS = questions()
MARK = """(rows) => rows.map(([key, answer]) => {
  const question = document.querySelector(`fieldset[data-key="${key}"]`); // the page's own language comes first
  const form = question.closest("quiz-form");
  question.form.reset();
  delete question.dataset.score;
  pandu.set([[form.name(question), { answer }]]);
  form.restore(question);
  return Number(question.dataset.score || 0);
})"""

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
def page(browser, workshop, lang):
    device = Device(browser, workshop)
    yield device.open(workshop.find("component", "quiz", lang))
    tell(device.close())


def test_the_browser_marks_as_the_table_says(page, lang):
    wanted = [each for each in rows() if each.lang == lang]
    scores = page.evaluate(MARK, [[each.question, each.answer] for each in wanted])
    for each, score in zip(wanted, scores, strict=True):
        assert score == each.score, each


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
    for (key, answer), score in zip(answers, scores, strict=True):
        assert score == QUESTIONS[key].score(tuple(answer), lang), (key, answer)
