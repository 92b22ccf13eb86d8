"""What can be wrong with a tool."""

from collections.abc import Iterator
from datetime import date

from plugins.shared.evidence import rests_on_facts
from plugins.shared.exists import section_exists, topic_exists
from plugins.shared.message import Message
from plugins.shared.model import repeated
from plugins.shared.problem import Problem, instead
from plugins.shared.review import review_is_in_time
from plugins.shared.site import Site
from plugins.tool.engine import Answers, machine
from plugins.tool.formula import NoFormula, names_in, read_formula
from plugins.tool.model import Amount, Date, Monthly, Picked, Tool

MOST_STATES = 200  # pages in each language
OF_A_MONTH = frozenset({"month", "before", "so-far"})


def keys_differ(tool: Tool) -> Iterator[Problem]:
    for name in ("questions", "results"):
        for at, key in repeated(each.key for each in getattr(tool, name)):
            yield tool.problem((name, at, "key"), "E161", Message("the key '{key}' stands twice; change one", key=key))
    for at, question in enumerate(tool.questions):
        for number, key in repeated(each.key for each in getattr(question, "options", ())):
            loc = ("questions", at, "options", number, "key")
            yield tool.problem(loc, "E161", Message("the key '{key}' stands twice; change one", key=key))


def rules_can_be_read(tool: Tool) -> Iterator[Problem]:
    if any(True for _ in keys_differ(tool)):
        return  # which of the two is meant, nobody knows
    for loc, message in machine(tool)[1]:
        yield tool.problem(loc, "E203", message)
    known = [each.key for each in tool.results]
    for at, rule in enumerate(tool.rules):
        if rule.result not in known:
            message = Message(
                "there is no result '{key}'; {instead}", key=rule.result, instead=instead(rule.result, known)
            )
            yield tool.problem(("rules", at, "result"), "E203", message)


def every_way_ends(tool: Tool) -> Iterator[Problem]:
    """In one result, by one rule; and everything in the file is on some way."""
    if any(True for _ in rules_can_be_read(tool)) or any(True for _ in keys_differ(tool)):
        return
    asked = machine(tool)[0]
    met: set[int] = set()
    questions: set[str] = set()
    for count, answers in enumerate(asked.ways(), 1):
        if count > MOST_STATES:
            message = Message("there are more than {most} ways through; ask less, or make two tools", most=MOST_STATES)
            yield tool.problem(("questions",), "E204", message)
            return
        rules = asked.open_rules(answers)
        met |= set(rules)
        questions |= answers.keys()
        if not rules:
            yield tool.problem(
                ("rules",), "E204", Message("no rule is met by {answers}; add one", answers=said(tool, answers))
            )
        elif len(rules) > 1:
            message = Message(
                "{answers} meets rule {one} and rule {other}; let one of them ask for more",
                answers=said(tool, answers),
                one=rules[0] + 1,
                other=rules[1] + 1,
            )
            yield tool.problem(("rules", rules[1]), "E204", message)
    for at in sorted(set(range(len(tool.rules))) - met):
        yield tool.problem(("rules", at), "E205", Message("no way leads to this rule; correct or remove it"))
    reached = {tool.rules[at].result for at in met}
    for at, result in enumerate(tool.results):
        if result.key not in reached:
            message = Message("no way leads to the result '{key}'; add a rule, or remove it", key=result.key)
            yield tool.problem(("results", at), "E205", message)
    for at, question in enumerate(tool.questions):
        if question.key not in questions:
            message = Message("no rule asks for '{key}'; add one, or remove the question", key=question.key)
            yield tool.problem(("questions", at), "E205", message)


def said(tool: Tool, answers: Answers) -> str:
    return ", ".join(f"{key}={written(tool, key, value)}" for key, value in answers.items()) or "-"


def written(tool: Tool, key: str, value: str | int) -> str | int | date:
    """An answer as the file has it."""
    return date.fromordinal(max(value, 1)) if isinstance(tool.question(key), Date) else value


def formulas_can_be_computed(tool: Tool) -> Iterator[Problem]:
    if any(True for _ in keys_differ(tool)):
        return
    amounts = {each.key for each in tool.questions if not isinstance(each, Picked)}
    monthly = any(isinstance(each, Monthly) for each in tool.questions)
    for at, result in enumerate(tool.results):
        for name, known in (("figures", amounts), ("monthly", amounts | (OF_A_MONTH if monthly else set()))):
            for number, figure in enumerate(getattr(result, name)):
                loc = ("results", at, name, number, "formula")
                try:
                    unknown = names_in(read_formula(figure.formula)) - known
                except NoFormula as error:
                    yield tool.problem(loc, "E207", error.message)
                    continue
                for each in sorted(unknown):
                    message = Message(
                        "'{name}' is no sum that is asked; {instead}", name=each, instead=instead(each, sorted(known))
                    )
                    yield tool.problem(loc, "E207", message)


def bars_lead_to_one_result_each(tool: Tool) -> Iterator[Problem]:
    if any(True for _ in rules_can_be_read(tool)) or any(True for _ in keys_differ(tool)):
        return
    asked = machine(tool)[0]
    for at, question in enumerate(tool.questions):
        spans = asked.ranges(question.key) if isinstance(question, Amount) and question.bar else []
        if any(len(asked.leads(question.key, span)) != 1 for span in spans):
            message = Message("a range of '{key}' leads to several results, so no bar can show it", key=question.key)
            yield tool.problem(("questions", at, "bar"), "E203", message)


OF_THE_FILE = (keys_differ, rules_can_be_read, every_way_ends, formulas_can_be_computed, bars_lead_to_one_result_each)


def results_rest_on_facts(site: Site) -> Iterator[Problem]:
    for tool in site["tool"].values():
        for at, result in enumerate(tool.results):
            yield from rests_on_facts(tool, ("results", at), result.facts, result.sources, site, "E206")


def things_exist(site: Site) -> Iterator[Problem]:
    """The topic, and what a result leads to."""
    for tool in site["tool"].values():
        yield from topic_exists(tool, ("topic",), tool.topic, site)
        if tool.guide and not site.expects("guide", tool.guide):
            message = Message(
                "there is no guide '{key}'; {instead}", key=tool.guide, instead=instead(tool.guide, site["guide"])
            )
            yield tool.problem(("guide",), "E208", message)
        for at, result in enumerate(tool.results):
            places = [(("results", at, "cite"), result.cite)]
            places += [
                (("results", at, "steps", number, "guide"), step.guide) for number, step in enumerate(result.steps)
            ]
            for loc, cite in places:
                yield from section_exists(tool, loc, cite, site, "E208") if cite else ()
            for number, step in enumerate(result.steps):
                if step.tool and not site.expects("tool", step.tool):
                    message = Message(
                        "there is no tool '{key}'; {instead}", key=step.tool, instead=instead(step.tool, site["tool"])
                    )
                    yield tool.problem(("results", at, "steps", number, "tool"), "E208", message)


def reviews_are_in_time(site: Site) -> Iterator[Problem]:
    for tool in site["tool"].values():
        yield from review_is_in_time(tool, site.day)


OF_THE_SITE = (results_rest_on_facts, things_exist, reviews_are_in_time)
