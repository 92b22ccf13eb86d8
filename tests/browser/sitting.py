"""An exam on an open page, as a reader deals with it."""

from playwright.sync_api import Locator, Page, expect

ANSWER = """([fieldset, rightly]) => {
  const right = (fieldset.dataset.right || "").split(" ");
  for (const input of fieldset.querySelectorAll("input:is([type=radio], [type=checkbox])")) {
    const good = input.closest("[data-step]") ? "good" in input.dataset : right.includes(input.value);
    if (input.offsetParent && good === rightly && !input.checked) input.click();
  }
  for (const field of fieldset.querySelectorAll("[name][data-right]")) {
    field.value = rightly ? field.dataset.right.split("|")[0] : field.options ? field.options[1].value : "nothing";
    field.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


class Sitting:
    """`Sitting(page).start("k7m2x")`, then answer, hand in, look."""

    def __init__(self, page: Page):
        self.page = page
        self.form = page.locator("exam-form")
        self.seed = page.locator("[name=seed]")
        self.begin = page.locator(".exam__seed button")
        self.hand_in = page.locator("[data-hand-in]")
        self.said = page.locator(".exam__end output")
        self.verdict = page.locator(".exam__verdict")

    def start(self, seed: str) -> None:
        self.seed.fill(seed)
        self.begin.click()
        expect(self.form).to_have_attribute("data-state", "runs")

    @property
    def questions(self) -> list[Locator]:
        return self.page.locator("[data-pool]:not([hidden]) fieldset").all()

    def keys(self) -> list[str]:
        return [each.get_attribute("data-key") for each in self.questions]

    def choices(self) -> dict[str, list[str]]:
        """By question, its choices in the order on the page."""
        of = "(question) => [...question.querySelectorAll('.quiz__choice input')].map((input) => input.value)"
        return {each.get_attribute("data-key"): each.evaluate(of) for each in self.questions}

    def answer(self, question: Locator, rightly: bool = True) -> None:
        question.evaluate(f"(fieldset) => ({ANSWER})([fieldset, {str(rightly).lower()}])")

    def answer_all(self, rightly: bool = True) -> None:
        for each in self.questions:
            for _ in range(4):  # each choice of a case shows the next step
                self.answer(each, rightly)
