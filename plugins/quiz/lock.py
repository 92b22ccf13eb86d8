"""The lock beside a quiz: against which words each of its answers was approved, when, and why.

Tools write it, an entry a question in the order of their keys; an editor reads it as the record that it is.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from plugins.quiz.types import Question
from plugins.shared.document import Section, hashed
from plugins.shared.message import Message
from plugins.shared.model import Day, Key, Line, Model, matching, read_model
from plugins.shared.site import Site
from plugins.shared.source import Source
from plugins.shared.twins import Twins
from plugins.shared.yaml import read_yaml

FOLDER = "quizzes"
ENDING = ".lock"
HEAD = "# Written by `python3 tasks.py approve`: against which words each answer was approved, and why.\napproved:\n"
UNASKED = {"quote", "worth", "revision", "silence"}  # they change neither what is asked nor what is right
ENTRY = re.compile(r"  ([a-z0-9-]+):\s*")

NO_HASH = Message("'{value}' is no hash; let approve write it")
Hash = Annotated[str, BeforeValidator(matching(r"[0-9a-f]{6,12}", NO_HASH))]


class State(NamedTuple):
    """A question and the section that proves its answer, by their words."""

    question: str
    section: Mapping[str, str]  # by language


class Approval(Model):
    """What stood there when the answer was approved, the day, the role that did it, what was answered, and why."""

    question: Hash
    section: dict[str, Hash]
    day: Day
    by: Line
    answer: Line
    reason: Line

    @property
    def state(self) -> State:
        return State(self.question, self.section)


class Lock(Model):
    """`quizzes/<topic>/<guide>.lock`"""

    approved: dict[Key, Approval]


def read_lock(text: str) -> Mapping[str, Approval]:
    """The entries of a lock by question; none where nothing can be read."""
    tree, _ = read_yaml(Source("", text))
    lock = read_model(tree, Lock, ())[0] if tree else None
    return lock.approved if lock else {}


def hash_of(question: Question) -> str:
    """Twelve letters that change with what is asked or marked in any language; how the file is laid out is nothing."""
    told = settled(question.model_dump(mode="json", exclude=UNASKED, exclude_defaults=True))
    plain = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(plain.encode()).hexdigest()[:12]


def settled(value: Any) -> Any:
    """The same in every layout of YAML, which may fold a text or end it with a line break."""
    if isinstance(value, dict):
        return {key: settled(each) for key, each in value.items()}
    if isinstance(value, list):
        return [settled(each) for each in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def sections_of(question: Question, site: Site) -> dict[str, Section]:
    """The section that proves the answer, in every language of its guide; empty where one lacks it, told as such."""
    key, name = question.cite.split("#")
    guide: Twins[Any] | None = site["guide"].get(key)
    found = {lang: document.section(name) for lang, document in guide.documents.items()} if guide else {}
    return {lang: section for lang, section in found.items() if section} if all(found.values()) else {}


def state_of(question: Question, site: Site) -> State | None:
    """As both stand today, rates included; nothing where no section is there to be read."""
    sections = sections_of(question, site)
    hashes = {lang: hashed(site.inserts.into(each.text, lang)) for lang, each in sections.items()}
    return State(hash_of(question), hashes) if sections else None


def changes(entry: Approval | None, now: State) -> Iterator[tuple[str, str]]:
    """What differs from what was approved: `("question", "")`, or `("section", lang)`."""
    if entry and entry.question != now.question:
        yield "question", ""
    for lang in sorted({*entry.section, *now.section}, key=[*now.section, *entry.section].index) if entry else ():
        if entry.section.get(lang) != now.section.get(lang):
            yield "section", lang


def with_entry(text: str, key: str, entry: Approval | None) -> str:
    """The lock's text with this entry, or without it; every other one stays as it is. Empty where none is left."""
    lines = (text or HEAD).splitlines(keepends=True)
    starts = [(found[1], at) for at, line in enumerate(lines) if (found := ENTRY.fullmatch(line))]
    start = next((at for name, at in starts if name >= key), len(lines))
    own = (key, start) in starts
    end = next((at for _, at in starts if at > start), len(lines)) if own else start
    before, after = lines[:start], lines[end:]
    if entry is None and own and len(starts) == 1:
        return ""
    if before and not before[-1].endswith("\n"):
        before[-1] += "\n"
    return "".join([*before, *(written(key, entry) if entry else ()), *after])


def written(key: str, entry: Approval) -> Iterator[str]:
    """An entry as it stands in the file; what people wrote is in quotes."""
    yield f"  {key}:\n    question: {entry.question}\n    section:\n"
    for lang, each in entry.section.items():
        yield f"      {lang}: {each}\n"
    yield f"    day: {entry.day}\n"
    for name in ("by", "answer", "reason"):
        yield f"    {name}: {json.dumps(getattr(entry, name), ensure_ascii=False)}\n"
