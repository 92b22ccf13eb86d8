"""How a tool finds its result: the next question, the rule that is met, and every way through.

A question is asked where a rule that the answers so far may still meet asks for it; the first in the file comes first.
So nobody answers what changes nothing. A sum is cut where a rule begins or ends: within such a range every sum has
the same result, so the ways through are finitely many.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from plugins.shared.message import Message
from plugins.shared.yaml import Loc
from plugins.tool.condition import LEAST, MOST, Condition, NoCondition, Options, Span, counted_days, read_span
from plugins.tool.model import Date, Picked, Rule, Tool

Answers = Mapping[str, str | int]


@dataclass(frozen=True)
class Machine:
    """A tool with its rules read: by the number of the rule, what it asks of which question."""

    tool: Tool
    rules: tuple[tuple[Mapping[str, Condition], str], ...]

    def open_rules(self, answers: Answers) -> list[int]:
        """The rules that no answer contradicts."""
        return [
            at
            for at, (when, _) in enumerate(self.rules)
            if all(when[key].meets(answers[key]) for key in when if key in answers)
        ]

    def next(self, answers: Answers) -> str | None:
        """The key of the question that is to be asked; nothing where the answers suffice."""
        asked = {key for at in self.open_rules(answers) for key in self.rules[at][0]} - answers.keys()
        return next((each.key for each in self.tool.questions if each.key in asked), None)

    def results(self, answers: Answers) -> list[str]:
        """The results of the rules that are met: one, where the rules are in order."""
        return list(dict.fromkeys(self.rules[at][1] for at in self.open_rules(answers)))

    def ranges(self, key: str) -> list[Span]:
        """Of a sum, from where to where it makes no difference."""
        spans = [when[key] for when, _ in self.rules if key in when]
        bounds = {LEAST, MOST, *(bound for each in spans if isinstance(each, Span) for bound in each)}
        return [Span(*each) for each in pairwise(sorted(bounds))]

    def leads(self, key: str, span: Span) -> list[str]:
        """The results to which a range of a sum may lead, whatever else is answered."""
        return list(dict.fromkeys(result for when, result in self.rules if key in when and when[key].meets(span.low)))

    def answers_to(self, key: str) -> list[str | int]:
        """What can be answered: the options, or the least sum of each range."""
        question = self.tool.question(key)
        if isinstance(question, Picked):
            return list(question.choices)
        return [each.low for each in self.ranges(key)]

    def ways(self, answers: Answers | None = None) -> Iterator[dict[str, str | int]]:
        """The answers of every way through, in the order in which they are asked."""
        answers = dict(answers or {})
        key = self.next(answers)
        if key is None:
            yield answers
            return
        for each in self.answers_to(key):
            yield from self.ways({**answers, key: each})

    def states(self) -> Iterator[dict[str, str | int]]:
        """Every step of every way, each once: the beginning first, the results last of their way."""
        seen = set()
        for way in self.ways():
            for count in range(len(way) + 1):
                state = dict(list(way.items())[:count])
                if (said := tuple(state.items())) not in seen:
                    seen.add(said)
                    yield state


def machine(tool: Tool) -> tuple[Machine, list[tuple[Loc, Message]]]:
    """The tool, ready to be asked, and what is wrong with its conditions; those that can't be read ask nothing."""
    wrong: list[tuple[Loc, Message]] = []
    rules = tuple((dict(_conditions(tool, at, rule, wrong)), rule.result) for at, rule in enumerate(tool.rules))
    return Machine(tool, rules), wrong


def _conditions(tool: Tool, at: int, rule: Rule, wrong: list[tuple[Loc, Message]]) -> Iterator[tuple[str, Condition]]:
    for key, words in rule.when.items():
        loc = ("rules", at, "when", key)
        question = next((each for each in tool.questions if each.key == key), None)
        if question is None:
            wrong.append((loc, Message("there is no question '{key}'; correct the key", key=key)))
        elif isinstance(question, Picked):
            for each in (word for word in words if word not in question.choices):
                message = Message("'{key}' has no option '{option}'; correct the key", key=key, option=each)
                wrong.append((loc, message))
            yield key, Options(frozenset(words))
        else:
            try:
                said = ", ".join(words)
                yield key, read_span(counted_days(said) if isinstance(question, Date) else said)
            except NoCondition as error:
                wrong.append((loc, error.message))
