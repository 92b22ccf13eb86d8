"""A quiz marks as its file says: what a page asks, and what it calls right, is read back out of its HTML and compared.

The page and the file are brought into one shape, `Asked`; where the two differ, the page would teach a mistake. Whether
the proof is there, in every language, is asked of its link.
"""

from collections.abc import Iterator
from typing import NamedTuple

from bs4 import Tag

from plugins.quiz.model import Choice, Question, Quiz
from plugins.shared.document import Document
from plugins.shared.site import Page
from plugins.shared.yaml import Loc
from tools.checks.address import Target
from tools.checks.finding import Finding
from tools.checks.page import BuiltPage, words_of

CODE = "E308"
CURE = "mend theme/components/quiz/"
MADE_UP = ("component",)  # the kinds of page whose quizzes are examples: they have no file
BOXES = {"single": "radio", "true-false": "radio", "multiple": "checkbox"}


class Offered(NamedTuple):
    """A choice: what it says, what it is chosen with, whether the page calls it right, and the reason beside it."""

    key: str
    text: str
    box: str
    right: bool
    why: str


class Asked(NamedTuple):
    """A question with all that marks it."""

    key: str
    type: str
    prompt: str
    choices: tuple[Offered, ...]
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
            yield page.finding(CODE, f"the quiz '{key}' has no file; {CURE}", form)
        elif key in forms:
            yield page.finding(CODE, f"the quiz '{key}' stands on this page twice; {CURE}", form)
        forms.setdefault(key, form)
    for key in expected(page.page):
        if key not in forms and key in quizzes:
            yield told(page, quizzes[key], (), "lacks this quiz")
    for key, form in forms.items():
        if key in quizzes:
            quiz = quizzes[key]
            wanted = quiz.questions if page.page.kind == "quiz" else quiz.opening
            yield from questions_agree(page, form, quiz, wanted)


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
        yield told(page, quiz, ("questions",), f"asks {', '.join(here) or 'nothing'}, not {', '.join(there)}")
        return
    for at, (each, question) in enumerate(zip(shown, wanted, strict=True)):
        for loc, what in differences(each, written(question, page)):
            yield told(page, quiz, ("questions", at, *loc), what)
            break


def differences(shown: Asked, wanted: Asked) -> Iterator[tuple[Loc, str]]:
    """Where the page differs from the file, and how; what is not labelled is told as such."""
    for name, what in (("type", "type"), ("prompt", "question"), ("right", "right answer")):
        if getattr(shown, name) != getattr(wanted, name):
            yield (name if name in ("type", "prompt") else "choices",), differs(what, shown, wanted, name)
    keys = [tuple(each.key for each in one.choices) for one in (shown, wanted)]
    if keys[0] != keys[1]:
        yield ("choices",), f"offers {' '.join(keys[0]) or 'nothing'}, not {' '.join(keys[1])}"
        return
    for at, (here, there) in enumerate(zip(shown.choices, wanted.choices, strict=True)):
        for name, what in (("text", "choice"), ("box", "box"), ("right", "verdict"), ("why", "reason")):
            if getattr(here, name) != getattr(there, name) and (name, here.text) != ("text", ""):
                yield ("choices", at, name), differs(what, here, there, name)
    for name, what, loc in (("answer", "answer to show", "choices"), ("cite", "proof", "cite")):
        if getattr(shown, name) != getattr(wanted, name):
            yield (loc,), differs(what, shown, wanted, name)


def differs(what: str, here: NamedTuple, there: NamedTuple, name: str) -> str:
    said, wanted = (getattr(each, name) for each in (here, there))
    if isinstance(wanted, tuple) and not isinstance(wanted, Target):
        said, wanted = " | ".join(said), " | ".join(wanted)
    return f"has another {what}: '{said or ''}', not '{wanted or ''}'"


def told(page: BuiltPage, quiz: Quiz, loc: Loc, what: str) -> Finding:
    return Finding(page.page.file, CODE, f"'{page.page.address}' {what}; {CURE}", about=(quiz, loc))


def asked(fieldset: Tag, page: BuiltPage) -> Asked:
    """A question as the page asks it."""
    legend, details = fieldset.find("legend"), fieldset.find("details")
    links = details.find_all("a", href=True) if details else ()
    return Asked(
        key=fieldset.get("data-key", ""),
        type=fieldset.get("data-type", ""),
        prompt=one_line("".join(legend.find_all(string=True, recursive=False))) if legend else "",
        choices=tuple(offered(each) for each in fieldset.find_all("input")),
        right=tuple(fieldset.get("data-right", "").split()),
        answer=tuple(words_of(each) for each in fieldset.find_all(class_="quiz__right")),
        cite=page.site.target(links[0]["href"], page.page.file) if len(links) == 1 else None,
    )


def offered(box: Tag) -> Offered:
    label = box.find_parent("label")
    choice = box.find_parent(class_="quiz__choice")
    why = choice.find(class_="quiz__why") if choice else None
    return Offered(
        key=box.get("value", ""),
        text=words_of(label) if label else "",
        box=box.get("type", "") + (" checked" if "checked" in box.attrs else ""),
        right=bool(why) and "data-right" in why.attrs,
        why=words_of(why) if why else "",
    )


def written(question: Question, page: BuiltPage) -> Asked:
    """The question as its file has it, in the page's language."""
    choices = tuple(written_choice(each, question, page) for each in question.choices)
    key, _, section = question.cite.partition("#")
    guide = page.site.tree.pages.find("guide", key, page.page.lang)
    return Asked(
        key=question.key,
        type=question.type,
        prompt=one_line(question.prompt[page.page.lang]),
        choices=choices,
        right=question.right,
        answer=tuple(each.text for each in choices if each.right),
        cite=Target(guide.file, section) if guide else None,
    )


def written_choice(choice: Choice, question: Question, page: BuiltPage) -> Offered:
    """The words of a true-false question are the interface's, and so is the verdict before a reason."""
    lang, words = page.page.lang, page.site.tree.site.words[page.page.lang]
    said = words.pgettext("answer", "True") if choice.key == "yes" else words.pgettext("answer", "False")
    verdict = words.gettext("Right.") if choice.right else words.gettext("Not quite.")
    why = choice.why[lang]
    return Offered(
        key=choice.key,
        text=one_line(choice.text[lang] if choice.text else said),
        box=BOXES[question.type],
        right=choice.right,
        why=one_line(why if why.startswith(verdict) else f"{verdict} {why}"),
    )


def one_line(text: str) -> str:
    return " ".join(text.split())
