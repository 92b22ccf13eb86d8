"""A page a tool, one for every step of it without script, and a list of all tools."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.shared.article import order
from plugins.shared.numbers import habits
from plugins.shared.site import Page, Preview, Site
from plugins.tool.condition import Span
from plugins.tool.engine import Answers, Machine, machine
from plugins.tool.formula import Tree, computed, read_formula
from plugins.tool.model import Choice, Option, Result, Tool

WEAK = frozenset("NK?")  # the tags of facts that readers should check
ICON = "compass"


@dataclass(frozen=True)
class Way:
    """An answer that leads on from a step: what it says, and the key of the step's page."""

    option: Option | Span
    step: str


@dataclass(frozen=True)
class Given:
    """An answer that was given: to which question, what it says, and the step where it can be changed."""

    question: Any
    option: Option | Span
    step: str


@dataclass(frozen=True)
class Step:
    """Where a reader stands in a tool: what was answered, and what is asked next, or the result."""

    given: tuple[Given, ...]
    question: Any
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


def option(asked: Machine, name: str, value: str | int) -> Option | Span:
    """The option of a choice, or the range of a sum."""
    question = asked.tool.question(name)
    if isinstance(question, Choice):
        return next(each for each in question.options if each.key == value)
    return next(each for each in asked.ranges(name) if each.meets(value))


def compiled(asked: Machine) -> list[list[Any]]:
    """The rules as the script has them: what each asks, and its result."""
    return [
        [{key: list(each) if isinstance(each, Span) else sorted(each.keys) for key, each in when.items()}, result]
        for when, result in asked.rules
    ]


def doubted(result: Result, site: Site) -> bool:
    """True where a reader should check the official text."""
    tags = {fact.tag for each in site["fact"].values() for fact in each.facts if fact.code in result.facts}
    return not tags.isdisjoint(WEAK) or any(site["regulation"][each.regulation].weak for each in result.sources)


def worked(result: Result, tool: Tool, asked: Machine) -> list[tuple[int, list[int]]]:
    """Of a result with figures, the examples of the one sum that is asked, and what comes out of each."""
    question = next((each for each in tool.questions if not isinstance(each, Choice)), None)
    if question is None or not result.figures:
        return []
    spans = [when[question.key] for when, key in asked.rules if key == result.key and question.key in when]
    sums = [each for each in question.examples if not spans or any(span.meets(each) for span in spans)]
    return [
        (each, [computed(read_formula(figure.formula), {question.key: each}) for figure in result.figures])
        for each in sums
    ]


def cited(tool: Tool, site: Site) -> list[dict[str, Any]]:
    """The laws of all results as a list of sources, each once, with its articles."""
    found: dict[str, dict[str, Any]] = {}
    for result in tool.results:
        weak = doubted(result, site)
        for source in result.sources:
            entry = {
                "key": source.regulation,
                "regulation": site["regulation"][source.regulation],
                "articles": [],
                "doubt": False,
                "history": False,
            }
            entry = found.setdefault(source.regulation, entry)
            entry["articles"] += [each for each in source.articles if each not in entry["articles"]]
            entry["doubt"] |= weak
    for entry in found.values():
        entry["articles"].sort(key=order)
    return list(found.values())


def pages(site: Site) -> Iterator[Page]:
    tools: Mapping[str, Tool] = site["tool"]
    if not tools:
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
        "doubted": {each.key: doubted(each, site) for each in tool.results},
        "worked": {each.key: worked(each, tool, asked) for each in tool.results},
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
        | {"step": step(key, asked, {}), "rules": compiled(asked), "cited": cited(tool, site)}
        | {"formulas": formulas(tool), "habits": habits(lang), "months": site.words[lang].months},
        uses=frozenset({"tool", "quiz.numeric"}),
        trail=(("tools", "tools"),),
        topic=topic,
        alphabetical=True,
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
            )


def formulas(tool: Tool) -> dict[str, Tree]:
    """Every formula of its results, as the script computes it."""
    figures = [figure for result in tool.results for figure in (*result.figures, *result.monthly)]
    return {figure.formula: read_formula(figure.formula) for figure in figures}
