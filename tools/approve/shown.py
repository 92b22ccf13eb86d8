"""What there is to see before an answer is approved: what the question asks, what the section says, what changed.

What is marked as right stays unsaid, so that whoever looks here can still be the second reader.
"""

import difflib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from plugins.quiz.lock import FOLDER, Approval, changes, sections_of, state_of
from plugins.quiz.types import Question
from plugins.shared.message import Listed, Message
from plugins.shared.site import Site
from tools.approve.history import old_question
from tools.history import old_sections
from tools.publish.git import Git

UNCHANGED = Message("{question} was approved on {day} by {by}: {reason} Nothing has changed since.")
CHANGED = Message("{question} was approved on {day} by {by}: {reason} It has changed since.")
ALONE = "answer"  # the key of a field that is the whole answer, and is left out of it


def shown(key: str, question: Question, entry: Approval | None, site: Site, root: Path) -> Message:
    return Listed("\n", [*seen(key, question, entry, site, Git(root)), "", *advice(key, question)])


def seen(key: str, question: Question, entry: Approval | None, site: Site, git: Git) -> Iterator[str]:
    now, sections = state_of(question, site), sections_of(question, site)
    changed = set(changes(entry, now)) if now else set()
    name = f"{key}#{question.key}"
    if entry is None:
        yield Message("{question} is not approved yet.", question=name)
    else:
        since = CHANGED if changed else UNCHANGED
        yield since.filled(question=name, day=entry.day, by=entry.by, reason=entry.reason)
    before = None
    if entry and ("question", "") in changed:
        before = old_question(git, f"{FOLDER}/{key}.yaml", question.key, entry.question, site.languages)
    told = compared(asked(before, site) if before else None, asked(question, site), ("question", "") in changed)
    yield from ["", Message("The question"), "", *told]
    if before and asked(before, site) == asked(question, site):
        yield Message("What changed in it is a reason, a hint or what is marked as right, which is not shown here.")
    guide = site["guide"][question.cite.partition("#")[0]]
    for lang, section in sections.items():
        differs, old = ("section", lang) in changed, None
        if entry and differs and lang in entry.section:
            wanted = section.key, entry.section[lang]
            old = old_sections(git, guide.documents[lang].name, [wanted]).get(wanted)
        lines = compared(old.splitlines() if old else None, site.inserts.into(section.text, lang).splitlines(), differs)
        place = f"{guide.documents[lang].name}:{section.line}"
        title = Message("Section '{section}' in '{lang}': {place}", section=section.key, lang=lang, place=place)
        yield from ["", title, "", *lines]


def asked(question: Question, site: Site) -> list[str]:
    """What the reader is asked, without what is right; what answers are made of stands below its key."""
    found: list[str] = [Message("proven by {section}", section=question.cite)]
    for name in ("prompt", "title", "text"):
        found += said(getattr(question, name, None), site)
    options: dict[str, Any] = {}
    for field in getattr(question, "fields", ()):
        label = said(field.label, site)
        found += label if field.key == ALONE else [f"{field.key}=…", *indented(label)]
        options |= dict(field.options)
    for key, text in options.items():
        found += [f"…={key}", *indented(said(text, site))]
    for name in ("choices", "steps", "points"):
        found += parts(getattr(question, name, ()), site)
    return found


def parts(things: Iterable[Any], site: Site) -> list[str]:
    """Choices, steps with choices, points: each key, and below it the words."""
    found: list[str] = []
    for each in things:
        words = [*said(each.text, site), *said(getattr(each, "amount", None), site)]
        found += [each.key, *indented([*words, *parts(getattr(each, "choices", ()), site)])]
    return found


def said(text: Any, site: Site) -> list[str]:
    return [f"{lang}: {text[lang]}" for lang in site.languages if text and text[lang]]


def indented(lines: list[str]) -> list[str]:
    return [f"  {line}" for line in lines]


def compared(old: list[str] | None, new: list[str], changed: bool) -> Iterator[str]:
    """The new lines, marked where they differ from the old ones; a few around them."""
    if not changed or old in (None, new):
        if changed and old is None:
            yield Message("(no history tells how it was; this is how it is now)")
        yield from (f"  {line}".rstrip() for line in new)
        return
    for line in [*difflib.unified_diff(old, new, n=2, lineterm="")][2:]:
        yield "…" if line.startswith("@@") else f"{line[0]} {line[1:]}".rstrip()


def advice(key: str, question: Question) -> Iterator[str]:
    """The command that is next."""
    yield Message("Let somebody who has not seen the key answer from the section alone, in any of its languages. Then:")
    yield ""
    yield f'python3 tasks.py approve {key}#{question.key} --answer "…" --reason "…"'
    yield ""
    yield Message(
        "The answer is made of the words or keys above, with commas between several; the reason says what proves it."
    )
