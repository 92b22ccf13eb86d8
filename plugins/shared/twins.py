"""A text in its languages: a folder with `id.md`, `en.md`. How it is read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from plugins.shared.document import Document, Section
from plugins.shared.message import Message
from plugins.shared.model import Day, Key, Line, Model, Months, read_model
from plugins.shared.problem import Problem, one_of
from plugins.shared.reading import Reading, is_key, stray
from plugins.shared.review import months_after
from plugins.shared.source import files_under

PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
OTHER_PICTURES = (".bmp", ".heic", ".heif", ".jxl", ".tif", ".tiff")  # which browsers don't know
LENGTHS = {"title": 60, "summary": 160}  # letters that search engines show of a page


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
    """For texts whose front matter says in `audience` whom they are for."""
    for front in twins.fronts.values():
        for at, each in enumerate(front.audience):
            if each not in known:
                hint = one_of(sorted(known))
                message = Message("the audience '{audience}' is not in site.yaml; {hint}", audience=each, hint=hint)
                yield front.problem(("audience", at), "E109", message)


def read_twins(reading: Reading, folder: Path, place: str, model: type[F]) -> dict[str, Twins[F]]:
    """Every text under the folder; `place` says to the editor what its key is made of: `<topic>/<guide>`.

    What can't be read is told, and left out.
    """
    fronts: dict[str, dict[str, F]] = {}
    documents: dict[str, dict[str, Document]] = {}
    for path in files_under(folder, reading.root, reading.problems):
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
            reading.problems.extend(_lengths(front))
    for key, found in documents.items():
        if any((folder / key / f"{lang}.md").is_file() for lang in reading.languages if lang not in found):
            reading.unread.add(key)  # a link that leads out of the folder: there, and not read
    return {
        key: _joined(key, fronts[key], found, reading) for key, found in documents.items() if key not in reading.unread
    }


def _joined(key: str, fronts: Mapping[str, F], documents: Mapping[str, Document], reading: Reading) -> Twins[F]:
    """One text of its languages, in the order of the site's; that one is missing is told."""
    lonely = tuple(_twin_missing(documents, fronts, reading.languages))
    reading.problems.extend(lonely)
    if lonely:
        reading.unread.add(key)  # a link to the missing one is not told as well
    ordered = [lang for lang in reading.languages if lang in documents]
    return Twins(key, {lang: fronts[lang] for lang in ordered}, {lang: documents[lang] for lang in ordered})


def _stray(path: Path, reading: Reading, place: str) -> Problem:
    if path.suffix.lower() in PICTURES:
        message = Message("a picture's name ends in '{ending}', in small letters", ending=path.suffix.lower())
        return stray(path, reading.root, message)
    if path.suffix.lower() in OTHER_PICTURES:
        return stray(path, reading.root, Message("browsers can't show it: save the picture as JPEG or PNG"))
    files = ", ".join(f"{lang}.md" for lang in reading.languages)
    message = Message(
        "texts stand in {place} as {files}, with names of a-z, 0-9 and single hyphens", place=place, files=files
    )
    return stray(path, reading.root, message)


def _dates(front: Front, document: Document, day: date) -> Iterator[Problem]:
    if front.reviewed < front.published <= day:
        message = Message("'reviewed' is before 'published'; compare the text, then correct it")
        yield front.problem(("reviewed",), "E133", message)
    for key in ("published", "reviewed"):
        if getattr(front, key) > day:
            message = Message("this day is after {day}; write the day on which it was done", day=day)
            yield front.problem((key,), "E134", message)


def _lengths(front: Front) -> Iterator[Problem]:
    for key, limit in LENGTHS.items():
        count = len(getattr(front, key))
        if count > limit:
            message = Message(
                "{count} letters; say it in {limit}, else search engines cut it off", count=count, limit=limit
            )
            yield front.problem((key,), "W206", message)


def _twin_missing(
    documents: Mapping[str, Document], fronts: Mapping[str, Front], languages: tuple[str, ...]
) -> Iterator[Problem]:
    missing = [lang for lang in languages if lang not in documents]
    alone = False
    for lang, front in fronts.items():
        if front.only is not None:
            alone = True
            if front.only != lang or len(documents) > 1:
                message = Message("'only: {only}' does not fit the files here; remove it", only=front.only)
                yield front.problem(("only",), "E122", message)
    if missing and not alone:
        lang, document = next(iter(documents.items()))
        wanted = document.name.rsplit("/", 1)[0] + f"/{missing[0]}.md"
        message = Message(
            "'{wanted}' is missing; write it, or say 'only: {lang}' in the front matter", wanted=wanted, lang=lang
        )
        yield document.problem("E122", message)
