"""A question on an open page, as a reader deals with it."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.quizzes import Question


class Asked:
    """`Asked(page, question).answer(["yes"])`, then `.shows(…)`; every look waits for what must come."""

    def __init__(self, page: Page, question: Question):
        self.question = question
        self.box = page.locator(f'quiz-form fieldset[data-key="{question.key}"]')
        self.check, self.clear = self.box.locator("button").all()
        self.output = self.box.locator("output")
        self.answers = self.box.locator("details")

    def input(self, choice: str) -> Locator:
        return self.box.locator(f'input[value="{choice}"]')

    def words(self, choice: str) -> Locator:
        return self.box.locator(f'label:has(> input[value="{choice}"])')

    def reason(self, choice: str) -> Locator:
        return self.box.locator(f'.quiz__choice:has(input[value="{choice}"]) .quiz__why')

    def choose(self, choices: list[str]) -> None:
        """As a finger does: on the words."""
        for choice in choices:
            self.words(choice).click()

    def answer(self, choices: list[str]) -> None:
        self.choose(choices)
        self.check.click()

    def has_chosen(self, choices: list[str]) -> None:
        for choice in self.question.choices:
            expect(self.input(choice)).to_be_checked(checked=choice in choices)

    def shows_reasons(self, choices: list[str]) -> None:
        """Of these choices, and of no others."""
        for choice in self.question.choices:
            expect(self.reason(choice)).to_be_visible(visible=choice in choices)

    def shows_verdict(self, verdict: str, words: str) -> None:
        expect(self.box).to_have_attribute("data-verdict", verdict)
        expect(self.output).to_have_text(words)

    def is_unanswered(self) -> None:
        """Nothing is chosen or said."""
        self.has_chosen([])
        self.shows_reasons([])
        expect(self.box).not_to_have_attribute("data-verdict", re.compile(""))
        expect(self.output).to_be_empty()
