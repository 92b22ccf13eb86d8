"""A case that branches: each choice leads to a step or to an end, and every path ends.

A path is worth the share of its choices that were right.
"""

from collections.abc import Iterator, Mapping
from typing import ClassVar, Literal

from plugins.quiz.types.asked import CHOICE, Answer, Asked, Wrong, same_keys, same_texts
from plugins.quiz.types.choices import Choice
from plugins.shared.message import Message
from plugins.shared.model import Key, Model, Several, Text, repeated
from plugins.shared.problem import instead


class Turn(Choice):
    """A choice, and the step that it leads to; without one the case ends."""

    goes: Key | None = None


class Step(Model):
    key: Key
    text: Text
    choices: Several[Turn]


class Scenario(Asked):
    type: Literal["scenario"]
    script: ClassVar[tuple[str, ...]] = ("scenario",)
    steps: Several[Step]  # it begins with the first

    @property
    def by_key(self) -> Mapping[str, Step]:
        return {step.key: step for step in self.steps}

    def paths(self) -> Iterator[tuple[Turn, ...]]:
        """Every way through the case, from its first step to an end."""
        todo: list[tuple[str, tuple[Turn, ...]]] = [(self.steps[0].key, ())]
        while todo:
            key, before = todo.pop(0)
            for turn in self.by_key[key].choices:
                path = (*before, turn)
                if turn.goes is None:
                    yield path
                else:
                    todo.append((turn.goes, path))

    @property
    def best(self) -> tuple[Turn, ...]:
        """The way on which every choice is right."""
        return next(path for path in self.paths() if all(turn.right for turn in path))

    def score(self, answer: Answer, lang: str) -> float:
        step, worth = self.steps[0], []
        for key in answer:
            turn = next((each for each in step.choices if each.key == key), None)
            if turn is None:
                return 0.0
            worth.append(turn.right)
            if turn.goes is None:
                return sum(worth) / len(worth) if len(worth) == len(answer) else 0.0
            step = self.by_key[turn.goes]
        return 0.0  # it has not come to an end

    def wrong(self) -> Iterator[Wrong]:
        steps = {step.key: step for step in self.steps}
        yield from same_keys((step.key for step in self.steps), ("steps",))
        if not self.steps:
            yield ("steps",), "E143", Message("the case has no step; add one")
            return
        broken = False
        for at, step in enumerate(self.steps):
            loc = ("steps", at, "choices")
            for number, key in repeated(turn.key for turn in step.choices):
                message = Message("the key '{key}' stands twice in this step; change one", key=key)
                yield (*loc, number, "key"), "E141", message
            if len(step.choices) < 2:
                yield loc, "E143", Message("a step needs two choices or more; add one")
            if len([turn for turn in step.choices if turn.right]) != 1:
                yield loc, "E140", Message("one choice of a step is right; mark one with 'right: true'")
                broken = True
            yield from same_texts([turn.text for turn in step.choices], loc, "text", CHOICE)
            for number, turn in enumerate(step.choices):
                if turn.text is None:
                    yield (*loc, number), "E108", Message("the key 'text' is missing; add it")
                if turn.goes is not None and turn.goes not in steps:
                    hint = instead(turn.goes, steps, Message("add it, or let the case end here"))
                    message = Message("there is no step '{key}'; {hint}", key=turn.goes, hint=hint)
                    yield (*loc, number, "goes"), "E143", message
                    broken = True
        if not broken:
            yield from self._lost(steps)

    def _lost(self, steps: Mapping[str, Step]) -> Iterator[Wrong]:
        """Steps that lead back to themselves, or that no choice leads to."""
        place = {step.key: at for at, step in enumerate(self.steps)}
        reached = {self.steps[0].key}
        for at, step in enumerate(self.steps):
            for number, turn in enumerate(step.choices):
                if turn.goes is None:
                    continue
                reached.add(turn.goes)
                if place[turn.goes] <= at:
                    loc = ("steps", at, "choices", number, "goes")
                    message = Message(
                        "the step '{key}' stands above; lead to a later one: every path must end", key=turn.goes
                    )
                    yield loc, "E143", message
        for key in steps:
            if key not in reached:
                message = Message("no choice leads to the step '{key}'; lead to it or remove it", key=key)
                yield ("steps", place[key], "key"), "E143", message
