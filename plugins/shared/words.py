"""The words of the interface in one language, and how that language writes dates and numbers.

The catalogues are gettext's (`theme/locale/<lang>/LC_MESSAGES/messages.po`), compiled in memory, so that no stale
`.mo` can speak. A message that a catalogue lacks is a problem, never silently English.
"""

import io
from datetime import date
from gettext import GNUTranslations
from pathlib import Path

from babel import Locale
from babel.dates import format_date
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, get_decimal_symbol, get_group_symbol

from plugins.shared.problem import Problem, Problems


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
    def own_name(self) -> str:
        """How the language calls itself."""
        return self.pgettext("language", "own name")

    def day(self, day: date) -> str:
        """`5 Maret 2026`, `5 March 2026`."""
        return format_date(day, "d MMMM y", locale=self.locale)

    def number(self, number: float) -> str:
        """`1.234,5`, `1,234.5`."""
        return format_decimal(number, locale=self.locale)

    @property
    def symbols(self) -> tuple[str, str]:
        """What groups thousands, and what begins decimals."""
        return get_group_symbol(self.locale), get_decimal_symbol(self.locale)

    def _require(self, message: str, context: str | None = None) -> None:
        found = self._catalogue.get(message, context)
        if found is None or found.fuzzy or (context and not found.string):
            where = f" (context '{context}')" if context else ""
            text = f"no word for '{message}'{where}; add it to this catalogue"
            self._problems.add(Problem(self._name, 1, 1, "E170", text))


def read_words(lang: str, folder: Path, root: Path, problems: Problems) -> Words:
    """The catalogue of a language; without a file every word of it is missing, and said to be."""
    path = folder / lang / "LC_MESSAGES" / "messages.po"
    name = (path.relative_to(root) if path.is_relative_to(root) else path).as_posix()
    catalogue = Catalog(locale=lang)
    if path.is_file():
        with path.open("rb") as file:
            catalogue = read_po(file, locale=lang, abort_invalid=True)
    return Words(lang, catalogue, name, problems)
