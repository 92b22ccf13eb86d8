"""What a quiz is: questions with choices, a reason for every choice, a section that proves the answer."""

from typing import Literal

from plugins.shared.model import Cite, Key, Model, Several, Text, Truth


class Choice(Model):
    key: Key
    right: Truth = False
    text: Text | None = None  # a true-false question has none: the interface says "True" and "False"
    why: Text


class Question(Model):
    key: Key
    type: Literal["single", "multiple", "true-false"]
    cite: Cite
    prompt: Text
    choices: Several[Choice]

    @property
    def right(self) -> tuple[str, ...]:
        """The keys of the right choices, in the author's order."""
        return tuple(choice.key for choice in self.choices if choice.right)

    def score(self, answer: tuple[str, ...], lang: str) -> float:
        """What an answer, the keys of what was chosen, is worth: from 0 to 1, which alone is right."""
        right, given = set(self.right), set(answer)
        if self.type != "multiple":
            return float(given == right)
        return max(0, len(given & right) - len(given - right)) / len(right)


OPENING = 4  # questions; ten of them weigh 2 kB, a seventh of what a guide may


class Quiz(Model):
    """`quizzes/<topic>/<guide>.yaml`; its key is that of its guide."""

    title: Text
    questions: Several[Question]

    @property
    def opening(self) -> tuple[Question, ...]:
        """What stands of it in a text, before a link to the whole; all of it where one question would be left."""
        return self.questions if len(self.questions) <= OPENING + 1 else self.questions[:OPENING]
