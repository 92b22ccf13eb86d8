"""A quiz marks as its file says: what a page asks, and what it calls right, is read back out of its HTML and compared.

The page and the file are brought into one shape, `Asked`; where the two differ, the page would teach a mistake. Whether
the proof is there, in every language, is asked of its link.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from bs4 import Tag

from plugins.quiz.model import Quiz
from plugins.quiz.types import Question
from plugins.shared.document import Document
from plugins.shared.message import Listed, Message
from plugins.shared.site import Page
from plugins.shared.yaml import Loc
from tools.checks.address import Target
from tools.checks.finding import Finding
from tools.checks.page import BuiltPage, words_of

CODE = "E308"
CURE = Message("mend theme/components/quiz/")
MADE_UP = ("component",)  # the kinds of page whose quizzes are examples: they have no file
BOXES = {"single": "radio", "true-false": "radio", "scenario": "radio"}  # of the others, several may be picked


NOTHING = Message("nothing")
TYPE, QUESTION, CHOICE, BOX = Message("type"), Message("question"), Message("choice"), Message("box")
VERDICT, STEP, REASON, FIELD = Message("verdict"), Message("step"), Message("reason"), Message("field")
OFFER, PROOF = Message("offer"), Message("proof")
ANSWER, SHOWN_ANSWER = Message("right answer"), Message("answer to show")


class Offered(NamedTuple):
    """A choice: what it says, what it is chosen with, whether the page calls it right, where it leads, its reason."""

    key: str
    text: str
    box: str
    right: bool
    why: str
    goes: str = ""


class Marked(NamedTuple):
    """A field: what it asks, what it is marked by, and what it offers to choose from."""

    key: str
    text: str
    right: str
    options: tuple[str, ...]


class Asked(NamedTuple):
    """A question with all that marks it."""

    key: str
    type: str
    prompt: str
    choices: tuple[Offered, ...]
    fields: tuple[Marked, ...]
    right: tuple[str, ...]  # the keys that the script marks by
    answer: tuple[str, ...]  # what "Show the answer" says
    cite: Target | None  # where it is proven


def quizzes_are_whole(page: BuiltPage) -> Iterator[Finding]:
    """Every quiz that belongs on the page is there once, and asks and marks what its file says."""
    if page.page.kind in MADE_UP:
        return
    quizzes = page.site.tree.site.things.get("quiz", {})
    forms: dict[str, Tag] = {}
    for form in page.named("quiz-form"):
        key = form.get("data-quiz", "")
        if key not in quizzes:
            yield page.finding(CODE, Message("the quiz '{key}' has no file; {cure}", key=key, cure=CURE), form)
        elif key in forms:
            message = Message("the quiz '{key}' stands on this page twice; {cure}", key=key, cure=CURE)
            yield page.finding(CODE, message, form)
        forms.setdefault(key, form)
    for key in expected(page.page):
        if key not in forms and key in quizzes:
            yield told(page, quizzes[key], (), Message("lacks this quiz"))
    for key, form in forms.items():
        if key in quizzes:
            quiz = quizzes[key]
            wanted = quiz.questions if page.page.kind == "quiz" else quiz.opening
            yield from questions_agree(page, form, quiz, wanted)


def exams_are_whole(page: BuiltPage) -> Iterator[Finding]:
    """An exam asks every question that it may draw, each as the file of its quiz has it."""
    if page.page.kind != "exam":
        return
    site = page.site.tree.site
    wanted = [each.key for _, offered in page.page.origin.offered(site) for each in offered]
    shown = {each.get("data-key", ""): each for form in page.named("exam-form") for each in form.find_all("fieldset")}
    if list(shown) != wanted:
        message = Message(
            "'{address}' {what}; {cure}", address=page.page.address, what=asks(list(shown), wanted), cure=CURE
        )
        yield Finding(page.page.file, CODE, message, about=(page.page.origin, ("pools",)))
        return
    for name, fieldset in shown.items():
        key, _, own = name.rpartition("/")
        quiz = site["quiz"][key]
        at = next(at for at, each in enumerate(quiz.questions) if each.key == own)
        for loc, what in differences(asked(fieldset, page)._replace(key=own), written(quiz.questions[at], page)):
            yield told(page, quiz, ("questions", at, *loc), what)
            break


def expected(page: Page) -> list[str]:
    """The keys of the quizzes that a page has to show."""
    if page.kind == "quiz":
        return [page.key]
    embeds = page.origin.embeds() if isinstance(page.origin, Document) else ()
    return [each.target for each in embeds if each.words == "quiz"]


def questions_agree(page: BuiltPage, form: Tag, quiz: Quiz, wanted: tuple[Question, ...]) -> Iterator[Finding]:
    """The same questions in the same order; of a question that differs, the first difference is told."""
    shown = [asked(each, page) for each in form.find_all("fieldset")]
    here, there = [each.key for each in shown], [each.key for each in wanted]
    if here != there:
        yield told(page, quiz, ("questions",), asks(here, there))
        return
    for at, (each, question) in enumerate(zip(shown, wanted, strict=True)):
        for loc, what in differences(each, written(question, page)):
            yield told(page, quiz, ("questions", at, *loc), what)
            break


def differences(shown: Asked, wanted: Asked) -> Iterator[tuple[Loc, Message]]:
    """Where the page differs from the file, and how; what is not labelled is told as such."""
    for name, what in (("type", TYPE), ("prompt", QUESTION), ("right", ANSWER)):
        if getattr(shown, name) != getattr(wanted, name):
            yield (name if name in ("type", "prompt") else "choices",), differs(what, shown, wanted, name)
    parts = (
        ("choices", ("text", CHOICE), ("box", BOX), ("right", VERDICT), ("goes", STEP), ("why", REASON)),
        ("fields", ("text", FIELD), ("right", ANSWER), ("options", OFFER)),
    )
    for part, *names in parts:
        here, there = getattr(shown, part), getattr(wanted, part)
        keys = [[each.key for each in one] for one in (here, there)]
        if keys[0] != keys[1]:
            offers, wanted_keys = Listed(" ", keys[0]) or NOTHING, Listed(" ", keys[1])
            yield ("choices",), Message("offers {offers}, not {wanted}", offers=offers, wanted=wanted_keys)
            return
        for at, (one, other) in enumerate(zip(here, there, strict=True)):
            for name, what in names:
                if getattr(one, name) != getattr(other, name) and (name, one.text) != ("text", ""):
                    yield ("choices", at, name), differs(what, one, other, name)
    for name, what, loc in (("answer", SHOWN_ANSWER, "choices"), ("cite", PROOF, "cite")):
        if getattr(shown, name) != getattr(wanted, name):
            yield (loc,), differs(what, shown, wanted, name)


def asks(here: list[str], there: list[str]) -> Message:
    return Message("asks {asked}, not {wanted}", asked=Listed(", ", here) or NOTHING, wanted=Listed(", ", there))


def differs(what: Message, here: NamedTuple, there: NamedTuple, name: str) -> Message:
    said, wanted = (getattr(each, name) for each in (here, there))
    if isinstance(wanted, tuple) and not isinstance(wanted, Target):
        said, wanted = " | ".join(said), " | ".join(wanted)
    return Message("has another {what}: '{said}', not '{wanted}'", what=what, said=said or "", wanted=wanted or "")


def told(page: BuiltPage, quiz: Quiz, loc: Loc, what: Message) -> Finding:
    message = Message("'{address}' {what}; {cure}", address=page.page.address, what=what, cure=CURE)
    return Finding(page.page.file, CODE, message, about=(quiz, loc))


def asked(fieldset: Tag, page: BuiltPage) -> Asked:
    """A question as the page asks it."""
    legend, details = fieldset.find("legend"), fieldset.find("details", class_="quiz__answer")
    links = details.find_all("a", href=True) if details else ()
    boxes = fieldset.find_all("input", type=("radio", "checkbox"))
    return Asked(
        key=fieldset.get("data-key", ""),
        type=fieldset.get("data-type", ""),
        prompt=one_line("".join(legend.find_all(string=True, recursive=False))) if legend else "",
        choices=tuple(offered(each) for each in boxes),
        fields=tuple(marked(each) for each in fieldset.find_all(("input", "select"), attrs={"data-right": True})),
        right=tuple(fieldset.get("data-right", "").split()),
        answer=tuple(words_of(each) for each in details.select(".quiz__right, li")) if details else (),
        cite=page.site.target(links[0]["href"], page.page.file) if len(links) == 1 else None,
    )


def offered(box: Tag) -> Offered:
    label, step = box.find_parent("label"), box.find_parent(attrs={"data-step": True})
    choice = box.find_parent(class_="quiz__choice")
    why = choice.find(class_="quiz__why") if choice else None
    leads = words_of(label.small) if label and label.small else ""
    good = "data-good" in box.attrs if step else None
    right = bool(why) and "data-right" in why.attrs
    return Offered(
        key="/".join(filter(None, (step["data-step"] if step else "", box.get("value", "")))),
        text=words_of(label).removesuffix(leads).strip() if label else "",
        box=box.get("type", "") + (" checked" if "checked" in box.attrs else ""),
        right=right if good in (None, right) else not right,
        why=words_of(why) if why else "",
        goes=box.get("data-goes", ""),
    )


def marked(field: Tag) -> Marked:
    label = field.find_parent("label")
    span = label.find("span") if label else None
    options = field.find_all("option", value=True)
    return Marked(
        key=field.get("name", ""),
        text=words_of(span) if span else field.get("aria-label", ""),
        right=field.get("data-right", ""),
        options=tuple(f"{each['value']} {words_of(each)}" for each in options if each["value"]),
    )


def written(question: Question, page: BuiltPage) -> Asked:
    """The question as its file has it, in the page's language."""
    lang = page.page.lang
    key, _, section = question.cite.partition("#")
    guide = page.site.tree.pages.find("guide", key, lang)
    return Asked(
        key=question.key,
        type=question.type,
        prompt=one_line(question.prompt[lang]),
        choices=tuple(written_choices(question, page)),
        fields=tuple(written_fields(question, page)),
        right=getattr(question, "right", ()),
        answer=tuple(map(one_line, written_answer(question, page))),
        cite=Target(guide.file, section) if guide else None,
    )


def written_choices(question: Question, page: BuiltPage) -> Iterator[Offered]:
    """The words of a true-false question are the interface's, and so is the verdict before a reason."""
    lang, words = page.page.lang, page.site.tree.site.words[page.page.lang]
    box = BOXES.get(question.type, "checkbox")
    if question.type == "open":
        for point in question.points:
            yield Offered(point.key, one_line(point.text[lang]), box, False, "")
        return
    steps = question.steps if question.type == "scenario" else (question,)
    for step in steps:
        for choice in getattr(step, "choices", ()):
            verdict = words.gettext("Right.") if choice.right else words.gettext("Not quite.")
            why, amount = choice.why[lang], getattr(choice, "amount", None)
            yield Offered(
                key=f"{step.key}/{choice.key}" if step is not question else choice.key,
                text=one_line(said(choice, page) + (f" {amount[lang]}" if amount else "")),
                box=box,
                right=choice.right,
                why=one_line(why if why.startswith(verdict) else f"{verdict} {why}"),
                goes=getattr(choice, "goes", None) or "",
            )


def said(choice: Any, page: BuiltPage) -> str:
    words = page.site.tree.site.words[page.page.lang]
    if choice.text:
        return choice.text[page.page.lang]
    return words.pgettext("answer", "True") if choice.key == "yes" else words.pgettext("answer", "False")


def written_fields(question: Question, page: BuiltPage) -> Iterator[Marked]:
    lang, words = page.page.lang, page.site.tree.site.words[page.page.lang]
    for at, field in enumerate(getattr(question, "fields", ())):
        label = field.label[lang]
        if question.type in ("numeric", "short"):
            label = words.gettext("Your answer")
        elif question.type == "fill":
            label = words.gettext("Blank %(number)s") % {"number": at + 1}
        options = tuple(one_line(f"{value} {text[lang]}") for value, text in field.options)
        yield Marked(field.key, one_line(label), field.right[lang], options)


def written_answer(question: Question, page: BuiltPage) -> Iterator[str]:
    """What "Show the answer" says of the right answer, each type in its way."""
    lang, words = page.page.lang, page.site.tree.site.words[page.page.lang]
    match question.type:
        case "open":
            yield question.model[lang]
        case "ordering":
            yield from (item.text[lang] for item in question.items)
        case "numeric":
            yield f"{words.number(question.value)} {question.fields[0].label[lang]}"
        case "matching":
            yield from (f"{field.label[lang]}: {field.told[lang]}" for field in question.fields)
        case "short" | "fill":
            yield from (field.told[lang] for field in question.fields)
        case "scenario":
            yield from (said(turn, page) for turn in question.best)
        case _:
            yield from (said(choice, page) for choice in question.choices if choice.right)


def one_line(text: str) -> str:
    return " ".join(text.split())
