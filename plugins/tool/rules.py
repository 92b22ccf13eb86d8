"""What can be wrong with a tool."""

from collections.abc import Iterator
from typing import Any

from plugins.shared.article import names, spots
from plugins.shared.message import Listed, Message
from plugins.shared.model import repeated
from plugins.shared.problem import Problem, instead
from plugins.shared.site import Site
from plugins.shared.yaml import Loc
from plugins.tool.engine import Answers, machine
from plugins.tool.formula import NoFormula, names_in, read_formula
from plugins.tool.model import Choice, Monthly, Tool

KNOWN = "K"  # the tag of a fact that is known from no text, and so stands in no law for sure
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
                ("rules",), "E204", Message("no rule is met by {answers}; add one", answers=said(answers))
            )
        elif len(rules) > 1:
            message = Message(
                "{answers} meets rule {one} and rule {other}; let one of them ask for more",
                answers=said(answers),
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


def said(answers: Answers) -> str:
    return ", ".join(f"{key}={value}" for key, value in answers.items()) or "-"


def formulas_can_be_computed(tool: Tool) -> Iterator[Problem]:
    if any(True for _ in keys_differ(tool)):
        return
    amounts = {each.key for each in tool.questions if not isinstance(each, Choice)}
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


OF_THE_FILE = (keys_differ, rules_can_be_read, every_way_ends, formulas_can_be_computed)


def results_rest_on_facts(site: Site) -> Iterator[Problem]:
    if site.unread.get("fact"):
        return
    facts = {fact.code: fact for each in site["fact"].values() for fact in each.facts}
    for tool in site["tool"].values():
        for at, result in enumerate(tool.results):
            loc = ("results", at)
            for number, code in enumerate(result.facts):
                if code not in facts:
                    message = Message("there is no fact '{code}'; {instead}", code=code, instead=instead(code, facts))
                    yield tool.problem((*loc, "facts", number), "E206", message)
                elif (
                    facts[code].tag != KNOWN
                    and facts[code].sources
                    and not laws_of(facts[code]) & {each.regulation for each in result.sources}
                ):
                    laws = Listed(", ", sorted(laws_of(facts[code])))
                    message = Message("{code} stands in {laws}; add it to 'sources'", code=code, laws=laws)
                    yield tool.problem((*loc, "facts", number), "E206", message)
            known = [facts[code] for code in result.facts if code in facts]
            if len(known) == len(result.facts):
                yield from _sources(tool, loc, result.sources, known, site)


def laws_of(fact: Any) -> set[str]:
    return {source.regulation for source in fact.sources}


def _sources(tool: Tool, loc: Loc, sources: tuple[Any, ...], facts: list[Any], site: Site) -> Iterator[Problem]:
    """A law is in the register and holds; an article is one that the register or a fact names."""
    for at, source in enumerate(sources):
        here = (*loc, "sources", at)
        law = site["regulation"].get(source.regulation)
        if not site.expects("regulation", source.regulation):
            message = Message("'{key}' is not in the register; correct it or add it", key=source.regulation)
            yield tool.problem((*here, "regulation"), "E160", message)
        elif law and law.status == "revoked":
            message = Message("{law} is revoked; rest on the law that holds today", law=law.short)
            yield tool.problem((*here, "regulation"), "E206", message)
        written = [each.article for each in law.articles if each.article] if law else []
        written += [
            a for fact in facts for each in fact.sources if each.regulation == source.regulation for a in each.articles
        ]
        known = frozenset().union(*(spots(each) or () for each in written))
        for number, article in enumerate(source.articles):
            cited = spots(article)
            if law and (cited is None or not names(known, cited)):
                message = Message(
                    "article {article} of {law} stands neither in the register nor in facts.yaml; correct it",
                    article=article,
                    law=source.regulation,
                )
                yield tool.problem((*here, "articles", number), "E127", message)


def things_exist(site: Site) -> Iterator[Problem]:
    """The topic, and what a result leads to."""
    for tool in site["tool"].values():
        if not site.expects("topic", tool.topic):
            message = Message(
                "the topic '{topic}' is not in topics.yaml; use one of {known}",
                topic=tool.topic,
                known=Listed(", ", site["topic"]),
            )
            yield tool.problem(("topic",), "E135", message)
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
                yield from _section(tool, loc, cite, site) if cite else ()
            for number, step in enumerate(result.steps):
                if step.tool and not site.expects("tool", step.tool):
                    message = Message(
                        "there is no tool '{key}'; {instead}", key=step.tool, instead=instead(step.tool, site["tool"])
                    )
                    yield tool.problem(("results", at, "steps", number, "tool"), "E208", message)


def _section(tool: Tool, loc: Loc, cite: str, site: Site) -> Iterator[Problem]:
    key, _, section = cite.partition("#")
    guide = site["guide"].get(key)
    if guide is None:
        if not site.expects("guide", key):
            message = Message("there is no guide '{key}'; {instead}", key=key, instead=instead(key, site["guide"]))
            yield tool.problem(loc, "E208", message)
    elif section not in {each.key for document in guide.documents.values() for each in document.headings}:
        source = guide.documents[guide.source]
        message = Message(
            "the guide '{key}' has no section '{section}'; {hint}",
            key=key,
            section=section,
            hint=source.other_than(section),
        )
        yield tool.problem(loc, "E208", message)


def review_is_due(site: Site) -> Iterator[Problem]:
    from plugins.shared.twins import months_after

    for tool in site["tool"].values():
        if tool.reviewed > site.day:
            message = Message("this day is after {day}; write the day on which it was done", day=site.day)
            yield tool.problem(("reviewed",), "E134", message)
        elif months_after(tool.reviewed, tool.review_every) < site.day:
            message = Message(
                "compared last on {day}; compare it with its sources, then set 'reviewed'", day=tool.reviewed
            )
            yield tool.problem(("reviewed",), "W202", message)


OF_THE_SITE = (results_rest_on_facts, things_exist, review_is_due)
