"""A text in its languages: a folder with `id.md`, `en.md`. What both must share, and which sections lag behind."""

import calendar
import difflib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from plugins.shared.document import LEAD, Document, Section
from plugins.shared.model import Day, Key, Line, Model, Months, read_model
from plugins.shared.problem import Problem
from plugins.shared.reading import NAMES, Reading, is_key, stray
from plugins.shared.source import files_under
from plugins.shared.words import Words

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


class Front(Model):
    """The front matter that every text has."""

    title: Line
    summary: Line
    slug: Key
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


def audiences_exist(twins: Twins[Any], known: Mapping[str, Any]) -> Iterator[Problem]:
    """For texts whose front matter says whom they are for."""
    for front in twins.fronts.values():
        for at, each in enumerate(front.audience):
            if each not in known:
                message = f"the audience '{each}' is not in site.yaml; use one of {', '.join(sorted(known))}"
                yield front.problem(("audience", at), "E109", message)


def months_after(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def read_twins(reading: Reading, folder: Path, place: str, model: type[F]) -> dict[str, Twins[F]]:
    """Every text under the folder; `place` says to the editor what its key is made of: `<topic>/<guide>`.

    What can't be read is told, and left out.
    """
    fronts: dict[str, dict[str, F]] = {}
    documents: dict[str, dict[str, Document]] = {}
    for path in files_under(folder, "**/*", reading.root, reading.problems):
        if path.suffix in PICTURES:
            continue
        key, lang = path.parent.relative_to(folder).as_posix(), path.stem
        if path.suffix != ".md" or lang not in reading.languages or not is_key(key, place.count("/") + 1):
            reading.problems.add(_stray(path, reading, f"{folder.name}/{place}/"))
            continue
        document = reading.document(path)
        if document is None:
            reading.unread.add(key)
            continue
        front, found = read_model(document.front, model, reading.languages)
        reading.problems.extend(found)
        documents.setdefault(key, {})[lang] = document
        if front is None:
            reading.unread.add(key)
        else:
            fronts.setdefault(key, {})[lang] = front
            reading.problems.extend(_dates(front, document, reading.day))
    twins = {}
    for key, found in documents.items():
        if any((folder / key / f"{lang}.md").is_file() for lang in reading.languages if lang not in found):
            reading.unread.add(key)
        if key not in reading.unread:
            lonely = tuple(_twin_missing(found, fronts[key], reading.languages))
            reading.problems.extend(lonely)
            if lonely:
                reading.unread.add(key)  # a link to the missing one is not told as well
            ordered = [lang for lang in reading.languages if lang in found]
            twins[key] = Twins(
                key, {lang: fronts[key][lang] for lang in ordered}, {lang: found[lang] for lang in ordered}
            )
    return twins


def _stray(path: Path, reading: Reading, place: str) -> Problem:
    if path.suffix.lower() in PICTURES:
        return stray(path, reading.root, f"a picture's name ends in '{path.suffix.lower()}', in small letters")
    languages = ", ".join(f"{lang}.md" for lang in reading.languages)
    return stray(path, reading.root, f"texts stand in {place} as {languages}{NAMES}")


def _dates(front: Front, document: Document, day: date) -> Iterator[Problem]:
    if front.reviewed < front.published <= day:
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
    alone = False
    for lang, front in fronts.items():
        if front.only is not None:
            alone = True
            if front.only != lang or len(documents) > 1:
                yield front.problem(("only",), "E122", f"'only: {front.only}' does not fit the files here; remove it")
    if missing and not alone:
        lang, document = next(iter(documents.items()))
        wanted = document.name.rsplit("/", 1)[0] + f"/{missing[0]}.md"
        yield document.problem("E122", f"'{wanted}' is missing; write it, or say 'only: {lang}' in the front matter")


def rules_of_twins(twins: Twins[F], words: Mapping[str, Words]) -> Iterator[Problem]:
    """What the languages of one text must share, and where one lags."""
    yield from _follows(twins)
    source = twins.documents[twins.source]
    for lang, document in twins.documents.items():
        if lang == twins.source:
            continue
        if not (source.whole and document.whole):
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
    wanted, found = ([(each.key, each.line) for each in each_one.sections] for each_one in (source, document))
    yield from _same("E123", "section", source, document, wanted, found)


def _same_tasks(source: Document, document: Document) -> Iterator[Problem]:
    yield from _same("E124", "task", source, document, source.tasks, document.tasks)


def _same(
    code: str,
    what: str,
    source: Document,
    document: Document,
    wanted: Sequence[tuple[str, int]],
    found: Sequence[tuple[str, int]],
) -> Iterator[Problem]:
    """The same keys in the same order, each difference told once; `wanted` and `found` are keys with their lines."""
    theirs, own = [key for key, _ in wanted], [key for key, _ in found]
    lines = [line for _, line in found]
    for kind, a, b, c, d in difflib.SequenceMatcher(a=theirs, b=own, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        lacking = [key for key in theirs[a:b] if key not in own]
        extra = [(key, line) for key, line in found[c:d] if key not in theirs]
        for key, line in found[c:d]:
            if key in theirs:
                message = f"{_said(what, key)} stands elsewhere in {source.name}; make both the same"
                yield document.problem(code, message, line)
        if len(lacking) == len(extra) and LEAD not in theirs[a:b] + own[c:d]:
            for other, (key, line) in zip(lacking, extra, strict=True):
                message = f"{_said(what, key)} is called '{other}' in {source.name}; give both the same key"
                yield document.problem(code, message, line)
            continue
        for key, line in extra:
            message = f"{_said(what, key)} is missing in {source.name}; add it there, or remove it here"
            yield document.problem(code, message, line)
        for key in lacking:
            line = lines[c] if c < len(lines) else lines[-1] if lines else document.body_line
            yield document.problem(code, f"{_said(what, key)} of {source.name} is missing here; add it", line)


def _said(what: str, key: str) -> str:
    return "the text before the first heading" if (what, key) == ("section", LEAD) else f"the {what} '{key}'"


def _lag(twins: Twins[F], lang: str) -> Iterator[Problem]:
    document = twins.documents[lang]
    for section in twins.lagging(lang):
        own = document.section(section.key)
        source, command = (
            twins.documents[twins.source].name,
            f"python3 tasks.py drift --accept {twins.key}#{section.key}",
        )
        what = "changed" if section.key in (twins.fronts[lang].follows or {}) else "is new"
        message = f"{_said('section', section.key)} {what} in {source}; translate it, then `{command}`"
        yield document.problem("W201", message, own.line if own else document.body_line)


NOT_PROSE = re.compile(r"\[@[^\]]*\]|\]\([^)]*\)|\{#[^}]*\}|^::.*$|^\s*\d+\.\s", re.MULTILINE)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


def _same_numbers(source: Document, source_words: Words, document: Document, words: Words) -> Iterator[Problem]:
    said, cited = citations(document), citations(source)
    for own in document.sections:
        theirs = source.section(own.key)
        if theirs is None:
            continue
        found = numbers(own.text, words), numbers(theirs.text, source_words)
        for what, here, there in (("number", *found), ("citation", said[own.key], cited[own.key])):
            lacking, extra = sorted((there - here).elements()), sorted((here - there).elements())
            if lacking or extra:
                parts = [f"'{each}' is missing here" for each in lacking] + [f"'{each}' is only here" for each in extra]
                where = f"the {what}s of {_said('section', own.key)} differ from {source.name}"
                message = f"{where}: {', '.join(parts)}; compare them"
                yield document.problem("W203", message, own.line)


def numbers(text: str, words: Words) -> Counter[str]:
    """The numbers of a text, written as the language writes them, as plain decimals."""
    group, decimal = words.symbols
    found = NUMBER.findall(NOT_PROSE.sub(" ", text))
    thousands = re.compile(rf"{re.escape(group)}(?=\d{{3}}(?!\d))")  # a version such as 4.0 has none
    return Counter(thousands.sub("", each).replace(decimal, ".") for each in found)


def citations(document: Document) -> defaultdict[str, Counter[str]]:
    """What each section cites, by the section's key."""
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for each in document.references:
        if each.kind == "cite":
            owner = [section.key for section in document.sections if section.line <= each.line]
            found[owner[-1] if owner else LEAD][f"{each.target} {each.words}".strip()] += 1
    return found
