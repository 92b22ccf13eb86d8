"""The words of the interface in one language, and how that language writes dates and numbers.

The catalogues are gettext's (`theme/locale/<lang>/LC_MESSAGES/messages.po`), compiled in memory, so that no stale
`.mo` can speak. A message that a catalogue lacks is a problem, never silently English; one that would break the page
that says it is a problem too, and never said.
"""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from gettext import GNUTranslations
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as Entry
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, Problems
from plugins.shared.source import read_source

LINE = re.compile(r'(?:(msgctxt|msgid|msgid_plural|msgstr(?:\[\d+\])?) +)?"(?:[^"\\]|\\.)*"')
NEXT = {  # what may come after each part of an entry
    "": ("msgctxt", "msgid"),
    "msgctxt": ("msgid",),
    "msgid": ("msgid_plural", "msgstr"),
    "msgid_plural": ("msgstr[",),
    "msgstr": ("msgctxt", "msgid"),
    "msgstr[": ("msgstr[", "msgctxt", "msgid"),
}
PLACEHOLDER = re.compile(r"%(?:\(\w+\)s|%|\(\w*\)?)?|\{\w+\}")  # also what only begins like one
COUNTS = {"%(num)s", "%(count)s"}  # "one question" needs no number


class Words:
    """`gettext` and its sisters for one language, and formats for its dates and numbers.

    What the catalogue lacks becomes a problem when it is asked for: only then is it known to be needed.
    """

    def __init__(self, lang: str, catalogue: Catalog, name: str, problems: Problems) -> None:
        compiled = io.BytesIO()
        write_mo(compiled, catalogue)
        compiled.seek(0)
        self.locale = Locale.parse(lang)
        self._translations = GNUTranslations(compiled)
        self._catalogue, self._name, self._problems = catalogue, name, problems

    def gettext(self, message: str) -> str:
        self._require(message)
        return self._translations.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        self._require(one)
        return self._translations.ngettext(one, many, count)

    def pgettext(self, context: str, message: str) -> str:
        self._require(message, context)
        return self._translations.pgettext(context, message)

    def address(self, word: str) -> str:
        """A part of an address: `quiz` is `kuis` in Indonesian."""
        return self.pgettext("address", word)

    @property
    def direction(self) -> str:
        """`ltr` where it is written from left to right, else `rtl`."""
        return self.locale.text_direction

    @property
    def own_name(self) -> str:
        """How the language calls itself."""
        return self.pgettext("language", "own name")

    @property
    def short_name(self) -> str:
        """The same where there is little room."""
        return self.pgettext("language", "short name")

    def day(self, day: date) -> str:
        """`5 Maret 2026`, `5 March 2026`."""
        return format_date(day, "d MMMM y", locale=self.locale)

    def day_of_a_year(self, month: int, day: int) -> str:
        """`5 Maret`, `5 March`."""
        return format_date(date(2000, month, day), "d MMMM", locale=self.locale)

    @property
    def months(self) -> list[str]:
        """The names of the months, from January."""
        return [self.locale.months["stand-alone"]["wide"][month] for month in range(1, 13)]

    def nth(self, day: int) -> str:
        """A day of the month as the language counts it: `15th`, `21st`; in Indonesian `15`."""
        match self.locale.ordinal_form(day):
            case "one":
                said = self.pgettext("ordinal like 1st", "{number}")
            case "two":
                said = self.pgettext("ordinal like 2nd", "{number}")
            case "few":
                said = self.pgettext("ordinal like 3rd", "{number}")
            case _:
                said = self.pgettext("ordinal like 4th", "{number}")
        return said.format(number=day)

    def number(self, number: float | Decimal) -> str:
        """`1.234,5`, `1,234.5`."""
        return format_decimal(number, locale=self.locale)

    def money(self, rupiah: int) -> str:
        """`Rp500.000`, `Rp1,5 juta`, `Rp2 miliar`: from a million on in words, where three decimals tell all of it."""
        for power, form in (
            (10**12, self.gettext("IDR %(amount)s trillion")),
            (10**9, self.gettext("IDR %(amount)s billion")),
            (10**6, self.gettext("IDR %(amount)s million")),
        ):
            if rupiah >= power and rupiah * 1000 % power == 0:
                return form % {"amount": self.number(Decimal(rupiah) / power)}
        return self.gettext("IDR %(amount)s") % {"amount": self.number(rupiah)}

    @property
    def symbols(self) -> tuple[str, str]:
        """What groups thousands, and what begins decimals."""
        return get_group_symbol(self.locale), get_decimal_symbol(self.locale)

    def _require(self, message: str, context: str | None = None) -> None:
        found = self._catalogue.get(message, context)
        where = f"'{message}'"
        if context:
            where = Message("'{word}' (context '{context}')", word=message, context=context)
        if found is not None and found.fuzzy:
            text = Message("{where} is marked fuzzy; check it and remove the mark", where=where)
        elif found is None or (context and not found.string):
            text = Message("no word for {where}; add it to this catalogue", where=where)
        else:
            return
        line = found.lineno if found is not None else None
        self._problems.add(Problem(self._name, line or 1, 1, "E170", text))


class Damaged(Exception):
    """What of a catalogue nobody can read, and its line."""

    def __init__(self, line: int, message: Message) -> None:
        super().__init__(message)
        self.line, self.message = line, message


def read_words(lang: str, folder: Path, root: Path, problems: Problems) -> Words:
    """The catalogue of a language; without a file every word of it is missing, and said to be.

    Of one that can't be read only that is told: which of its words are there, nobody knows.
    """
    path = folder / lang / "LC_MESSAGES" / "messages.po"
    name = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    nothing = Catalog(locale=lang)
    if not path.is_file():
        return Words(lang, nothing, name, problems)
    found = Problems()
    source = read_source(path, path.parent, found)
    if source is None:
        problems.extend(replace(each, path=name, code="E171") for each in found)
        return Words(lang, nothing, name, Problems())
    try:
        catalogue, wrong = read_catalogue(lang, source.text)
        words = Words(lang, catalogue, name, problems)
    except Damaged as damage:
        problems.add(Problem(name, damage.line, 1, "E171", damage.message))
        return Words(lang, nothing, name, Problems())
    except (ValueError, LookupError) as error:  # a date, a plural form, a language that is none
        line = source.text.count("\n", 0, max(source.text.find('msgid ""'), 0)) + 1
        message = Message("the head of this catalogue can't be read: {error}", error=error)
        problems.add(Problem(name, line, 1, "E171", message))
        return Words(lang, nothing, name, Problems())
    problems.extend(Problem(name, line, 1, "E171", message) for line, message in wrong)
    return words


def read_catalogue(lang: str, text: str) -> tuple[Catalog, list[tuple[int, Message]]]:
    """The catalogue, and the messages whose placeholders are wrong; until they are mended these say themselves."""
    lines = ["" if line.lstrip().startswith("#~") else line for line in text.split("\n")]
    refuse_what_is_no_catalogue(lines)
    try:
        catalogue = read_po(lines, locale=lang, abort_invalid=True)
    except PoFileError as error:
        words = str(error).removesuffix(f" on {error.lineno}")
        raise Damaged(error.lineno + 1, Message("this catalogue can't be read: {words}", words=words)) from error
    catalogue.charset = "utf-8"  # whatever its head says
    wrong = []
    for message in catalogue:
        if message.id and (found := dict.fromkeys(wrong_placeholders(message))):
            first = message.id if isinstance(message.id, str) else message.id[0]
            differ = Message("the placeholders of '{word}' differ here: {how}", word=first, how=Listed(", ", found))
            wrong.append((message.lineno or 1, differ))
            message.string = message.id
    return catalogue, wrong


def refuse_what_is_no_catalogue(lines: list[str]) -> None:
    """Babel passes over texts without an end, and over what is left of an entry at the end of the file."""
    last, start = "", 1
    for number, line in enumerate(map(str.strip, lines), 1):
        if not line or line.startswith("#"):
            continue
        found = LINE.fullmatch(line)
        if found is None or not (found[1] or last):
            message = Message("'{line}' can't be read; a line is msgid or msgstr and a text in quotes", line=line[:40])
            raise Damaged(number, message)
        if not found[1]:
            continue
        part = found[1].rstrip("0123456789]")
        if part in NEXT[last]:
            last, start = part, number
        elif part in NEXT[""]:
            raise Damaged(start, Message("this {part} has no msgstr; add it", part=last))
        else:
            message = Message("'{line}' can't stand here; an entry has one msgid, and then its msgstr", line=line[:40])
            raise Damaged(number, message)
    if last and not last.startswith("msgstr"):
        raise Damaged(start, Message("this {part} has no msgstr; add it", part=last))


def wrong_placeholders(message: Entry) -> Iterator[Message]:
    """How the texts of a message differ from it in what is filled in; a plural form may leave out the count."""
    plural = not isinstance(message.id, str)
    ids, texts = (message.id, message.string) if plural else ((message.id,), (message.string,))
    wanted = set(PLACEHOLDER.findall(" ".join(ids)))
    for text in dict.fromkeys(filter(None, texts)):
        found = set(PLACEHOLDER.findall(text))
        for each in sorted(found - wanted - {"%%"}):
            yield Message("a lone % is written %%") if each == "%" else Message("{what} is unknown", what=each)
        for each in sorted(wanted - found - {"%%"} - (COUNTS if plural else set())):
            yield Message("{what} is missing", what=each)
