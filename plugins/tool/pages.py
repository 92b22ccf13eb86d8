"""A page a tool, one for every step of it without script, and a list of all tools."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.shared.evidence import cited, is_weak
from plugins.shared.numbers import habits
from plugins.shared.site import Page, Preview, Site
from plugins.tool.condition import Span
from plugins.tool.engine import Answers, Machine, machine
from plugins.tool.formula import Tree, computed, read_formula
from plugins.tool.model import Amount, Date, Option, Picked, Question, Result, Tool

ICON = "compass"


@dataclass(frozen=True)
class Way:
    """An answer that leads on from a step: what it says, and the key of the step's page."""

    option: Option | Span | str
    step: str


@dataclass(frozen=True)
class Given:
    """An answer that was given: to which question, what it says, and the step where it can be changed."""

    question: Question
    option: Option | Span | str
    step: str


@dataclass(frozen=True)
class Step:
    """Where a reader stands in a tool: what was answered, and what is asked next, or the result."""

    given: tuple[Given, ...]
    question: Question | None
    ways: tuple[Way, ...]
    result: Result | None


def step_key(key: str, answers: Answers) -> str:
    return "/".join([key, *map(str, answers.values())])


def step(key: str, asked: Machine, answers: dict[str, str | int]) -> Step:
    so_far = list(answers.items())
    given = tuple(
        Given(asked.tool.question(name), option(asked, name, value), step_key(key, dict(so_far[:at])))
        for at, (name, value) in enumerate(so_far)
    )
    name = asked.next(answers)
    if name is None:
        return Step(given, None, (), asked.tool.result(asked.results(answers)[0]))
    ways = tuple(
        Way(option(asked, name, value), step_key(key, {**answers, name: value})) for value in asked.answers_to(name)
    )
    return Step(given, asked.tool.question(name), ways, None)


def option(asked: Machine, name: str, value: str | int) -> Option | Span | str:
    """The option of a choice, the range of a sum or of days, or plainly yes or no."""
    question = asked.tool.question(name)
    if isinstance(question, Picked):
        return question.choices[str(value)]
    return next(each for each in asked.ranges(name) if each.meets(value))


def compiled(asked: Machine) -> list[list[Any]]:
    """The rules as the script has them: what each asks, and its result."""
    return [
        [{key: list(each) if isinstance(each, Span) else sorted(each.keys) for key, each in when.items()}, result]
        for when, result in asked.rules
    ]


def counted(tool: Tool) -> Question | None:
    """The first question that is answered with a number, if there is one: results show examples of it."""
    return next((each for each in tool.questions if not isinstance(each, Picked)), None)


@dataclass(frozen=True)
class Bar:
    """What each range of a sum leads to, from the least to the most."""

    question: Question
    spans: tuple[tuple[Span, Result], ...]


def bars(asked: Machine) -> dict[str, Bar]:
    """By the key of their question."""
    return {each.key: bar(asked, each) for each in asked.tool.questions if isinstance(each, Amount) and each.bar}


def bar(asked: Machine, question: Amount) -> Bar:
    spans = asked.ranges(question.key)
    return Bar(question, tuple((each, asked.tool.result(asked.leads(question.key, each)[0])) for each in spans))


def worked(result: Result, tool: Tool, asked: Machine) -> list[tuple[int, list[int]]]:
    """Of a result with figures, the examples of the sum, number or day that is asked, and what comes out of each."""
    question = counted(tool)
    if question is None or not result.figures:
        return []
    spans = [when[question.key] for when, key in asked.rules if key == result.key and question.key in when]
    examples = [each.toordinal() for each in question.examples] if isinstance(question, Date) else question.examples
    sums = [each for each in examples if not spans or any(span.meets(each) for span in spans)]
    return [
        (each, [computed(read_formula(figure.formula), {question.key: each}) for figure in result.figures])
        for each in sums
    ]


def pages(site: Site) -> Iterator[Page]:
    tools: Mapping[str, Tool] = site["tool"]
    if not tools and not site["assessment"]:  # which stand among them
        return
    machines = {key: machine(tool)[0] for key, tool in tools.items()}
    for lang in site.languages:
        words = site.words[lang]
        base = f"{lang}/{words.address('tools')}/"
        yield Page(
            kind="tools",
            key="tools",
            lang=lang,
            address=base,
            title=words.gettext("Tools"),
            summary=words.gettext("A few questions, and an answer for your own case, with the rules behind it."),
            shows={"tools": tools},
            alphabetical=True,
            preview=Preview(ICON),
        )
        for key, tool in tools.items():
            yield from pages_of(key, tool, machines[key], lang, base, site)


def pages_of(key: str, tool: Tool, asked: Machine, lang: str, base: str, site: Site) -> Iterator[Page]:
    address = f"{base}{tool.slug[lang]}/"
    shown = {
        "tool": tool,
        "tool_key": key,
        "doubted": {each.key: is_weak(each, site) for each in tool.results},
        "worked": {each.key: worked(each, tool, asked) for each in tool.results},
        "counted": counted(tool),
        "bars": bars(asked),
    }
    topic = tool.topic if tool.topic in site["topic"] else ""
    yield Page(
        kind="tool",
        key=key,
        lang=lang,
        address=address,
        written=(tool, ("slug", lang)),
        origin=tool,
        sought=True,
        title=tool.title[lang],
        summary=tool.summary[lang],
        shows=shown
        | {"step": step(key, asked, {}), "rules": compiled(asked), "cited": cited(tool.results, site)}
        | {"formulas": formulas(tool), "habits": habits(lang), "months": site.words[lang].months},
        uses=frozenset({"tool", "quiz.numeric", "learning.day"}),
        trail=(("tools", "tools"),),
        topic=topic,
        alphabetical=True,
        along=True,
    )
    for answers in asked.states():
        if answers:
            yield Page(
                kind="step",
                key=step_key(key, answers),
                lang=lang,
                address=f"{address}{'/'.join(map(str, answers.values()))}/",
                origin=tool,
                title=tool.title[lang],
                summary=tool.summary[lang],
                shows=shown | {"step": step(key, asked, answers)},
                trail=(("tools", "tools"), ("tool", key)),
                indexed=False,
                topic=topic,
                unsaved=True,
            )


def formulas(tool: Tool) -> dict[str, Tree]:
    """Every formula of its results, as the script computes it."""
    figures = [figure for result in tool.results for figure in (*result.figures, *result.monthly)]
    return {figure.formula: read_formula(figure.formula) for figure in figures}
