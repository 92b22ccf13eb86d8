"""A text in its languages: a folder with `id.md`, `en.md`. What both must share, and which sections lag behind."""

import difflib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, TypeVar

from plugins.shared.document import Document, Section
from plugins.shared.model import Day, Line, Model, Months, read_model
from plugins.shared.problem import Problem
from plugins.shared.reading import Reading
from plugins.shared.source import files_under
from plugins.shared.words import Words

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


class Front(Model):
    """The front matter that every text has."""

    title: Line
    summary: Line
    slug: Line
    published: Day
    reviewed: Day
    review_every: Months
    follows: dict[str, str] | None = None
    only: str | None = None


F = TypeVar("F", bound=Front)


@dataclass(frozen=True)
class Twins(Generic[F]):
    """One text by its key: front matter and document a language, the source language first where there is one."""

    key: str
    fronts: Mapping[str, F]
    documents: Mapping[str, Document]

    @property
    def source(self) -> str:
        """The language that the others follow."""
        return next((lang for lang, front in self.fronts.items() if front.follows is None), next(iter(self.fronts)))

    def lagging(self, lang: str) -> tuple[Section, ...]:
        """The sections of the source that this language's text does not follow; none in the source itself."""
        follows = self.fronts[lang].follows
        if lang == self.source or follows is None:
            return ()
        return tuple(each for each in self.documents[self.source].sections if follows.get(each.key) != each.hash)

    def overdue(self, lang: str, day: date) -> bool:
        """True where the text should have been compared with its sources again by this day."""
        front = self.fronts[lang]
        return months_after(front.reviewed, front.review_every) < day


def months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, 28))


def read_twins(reading: Reading, folder: Path, depth: int, model: type[F]) -> dict[str, Twins[F]]:
    """Every text under the folder; a key has `depth` parts. What can't be read is told, and left out."""
    fronts: dict[str, dict[str, F]] = {}
    documents: dict[str, dict[str, Document]] = {}
    for path in files_under(folder, "**/*", reading.root, reading.problems):
        if path.suffix in PICTURES:
            continue
        parts = path.relative_to(folder).parts
        if len(parts) != depth + 1 or path.suffix != ".md" or path.stem not in reading.languages:
            reading.problems.add(_stray(path, reading, depth))
            continue
        key, lang = "/".join(parts[:-1]), path.stem
        document = reading.document(path)
        if document is None:
            continue
        front, found = read_model(document.front, model, reading.languages)
        reading.problems.extend(found)
        documents.setdefault(key, {})[lang] = document
        if front is not None:
            fronts.setdefault(key, {})[lang] = front
            reading.problems.extend(_dates(front, document, reading.day))
    twins = {}
    for key, found in documents.items():
        reading.problems.extend(_twin_missing(found, fronts.get(key, {}), reading.languages))
        if set(fronts.get(key, {})) == set(found):
            ordered = [lang for lang in reading.languages if lang in found]
            twins[key] = Twins(
                key, {lang: fronts[key][lang] for lang in ordered}, {lang: found[lang] for lang in ordered}
            )
    return twins


def _stray(path: Path, reading: Reading, depth: int) -> Problem:
    name = path.relative_to(reading.root).as_posix()
    place = "/".join(["<topic>", "<guide>"][2 - depth :])
    languages = ", ".join(f"{lang}.md" for lang in reading.languages)
    return Problem(name, 1, 1, "E132", f"this file has no place here; texts stand in {place}/ as {languages}")


def _dates(front: Front, document: Document, day: date) -> Iterator[Problem]:
    if front.reviewed < front.published:
        yield front.problem(
            ("reviewed",), "E133", "'reviewed' is before 'published'; compare the text, then correct it"
        )
    for key in ("published", "reviewed"):
        if getattr(front, key) > day:
            yield front.problem((key,), "E134", f"this day is after {day}; write the day on which it was done")


def _twin_missing(
    documents: Mapping[str, Document], fronts: Mapping[str, Front], languages: tuple[str, ...]
) -> Iterator[Problem]:
    missing = [lang for lang in languages if lang not in documents]
    lang, document = next(iter(documents.items()))
    only = fronts[lang].only if lang in fronts else None
    if only is not None and (only != lang or len(documents) > 1):
        yield document.front.problem(("only",), "E122", f"'only: {only}' does not fit the files here; remove it")
    elif missing and only is None:
        wanted = document.name.rsplit("/", 1)[0] + f"/{missing[0]}.md"
        yield document.problem("E122", f"'{wanted}' is missing; write it, or say 'only: {lang}' in the front matter")


def rules_of_twins(twins: Twins[F], words: Mapping[str, Words]) -> Iterator[Problem]:
    """What the languages of one text must share, and where one lags."""
    yield from _follows(twins)
    source = twins.documents[twins.source]
    for lang, document in twins.documents.items():
        if lang == twins.source:
            continue
        yield from _same_sections(source, document)
        yield from _same_tasks(source, document)
        yield from _lag(twins, lang)
        yield from _same_numbers(source, words[twins.source], document, words[lang])


def _follows(twins: Twins[F]) -> Iterator[Problem]:
    followed = [lang for lang, front in twins.fronts.items() if front.follows is None]
    if not followed:
        lang = next(iter(twins.fronts))
        message = "every language has 'follows'; remove it from the one that the others are translated from"
        yield twins.fronts[lang].problem(("follows",), "E136", message)
    for lang in followed[1:]:
        message = f"'follows' is missing; write 'follows: {{}}', or run `python3 tasks.py drift --accept {twins.key}`"
        yield twins.documents[lang].problem("E136", message)


def _same_sections(source: Document, document: Document) -> Iterator[Problem]:
    wanted, found = ([each.key for each in each_one.sections] for each_one in (source, document))
    if wanted == found:
        return
    by_key = {each.key: each for each in document.sections}
    for kind, a, b, c, d in difflib.SequenceMatcher(a=wanted, b=found, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        for key in found[c:d]:
            there = "stands elsewhere" if key in wanted else "is missing"
            message = f"the section '{key}' {there} in {source.name}; make both the same"
            yield document.problem("E123", message, by_key[key].line)
        for key in wanted[a:b]:
            if key not in found:
                line = by_key[found[c]].line if c < len(found) else document.body_line
                yield document.problem("E123", f"the section '{key}' of {source.name} is missing here; add it", line)


def _same_tasks(source: Document, document: Document) -> Iterator[Problem]:
    wanted, found = dict(source.tasks), dict(document.tasks)
    for key in wanted:
        if key and key not in found:
            yield document.problem(
                "E124", f"the task '{key}' of {source.name} is missing here; add it", document.body_line
            )
    for key, line in found.items():
        if key and key not in wanted:
            yield document.problem("E124", f"the task '{key}' is missing in {source.name}; make both the same", line)
    if set(wanted) == set(found) and list(wanted) != list(found):
        message = f"the tasks stand in another order than in {source.name}; make both the same"
        yield document.problem("E124", message, document.tasks[0][1])


def _lag(twins: Twins[F], lang: str) -> Iterator[Problem]:
    document = twins.documents[lang]
    for section in twins.lagging(lang):
        own = document.section(section.key)
        source, command = (
            twins.documents[twins.source].name,
            f"python3 tasks.py drift --accept {twins.key}#{section.key}",
        )
        message = f"the section '{section.key}' changed in {source}; translate it, then `{command}`"
        yield document.problem("W201", message, own.line if own else document.body_line)


CITE = re.compile(r"\[@([^\]]*)\]")
NOT_PROSE = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|\{#[^}]*\}|^::.*$|^\s*\d+\.\s", re.MULTILINE)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _same_numbers(source: Document, source_words: Words, document: Document, words: Words) -> Iterator[Problem]:
    for own in document.sections:
        theirs = source.section(own.key)
        if theirs is None:
            continue
        for what, count in (("number", numbers), ("citation", citations)):
            here, there = count(own.text, words), count(theirs.text, source_words)
            lacking, extra = sorted((there - here).elements()), sorted((here - there).elements())
            if lacking or extra:
                parts = [f"'{each}' is missing here" for each in lacking] + [f"'{each}' is only here" for each in extra]
                message = (
                    f"the {what}s of section '{own.key}' differ from {source.name}: {', '.join(parts)}; compare them"
                )
                yield document.problem("W203", message, own.line)


def numbers(text: str, words: Words) -> Counter[str]:
    """The numbers of a text, written as the language writes them, as plain decimals."""
    group, decimal = words.symbols
    found = NUMBER.findall(NOT_PROSE.sub(" ", text))
    return Counter(each.replace(group, "").replace(decimal, ".") for each in found)


def citations(text: str, words: Words) -> Counter[str]:
    return Counter(CITE.findall(text))
