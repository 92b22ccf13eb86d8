"""What is spelled correctly in a language: its dictionary, what the project itself has named, and lists of our own."""

import difflib
import re
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property
from pathlib import Path

from plugins.shared.site import Site
from tools.spelling.dictionary import Dictionary
from tools.spelling.passages import WORD

WORDS = "tools/spelling/words"  # below the project's folder: a list for each language, and one of names
NAMES = "names"
REFUSED = "!"  # begins a line with what the dictionary has and we write otherwise: `!resiko risiko`

# What any word may end in, from the end on, and what it would begin with where it gives an order (`Cocokkan` is known
# as `dicocokkan`): dictionaries have few such words.
ENDINGS = {"en": ("['’]s$",), "id": ("(?:lah|kah|pun)$", "(?:ku|mu|nya)$")}
BEGINNINGS = {"id": "di"}


class Lexicon:
    """One language. Names keep their capital; any word may begin with one, or be written in capitals."""

    def __init__(self, lang: str, dictionary: Dictionary, lines: Collection[str], named: Iterable[str]) -> None:
        self._dictionary = dictionary
        self._refused = dict(each[1:].split() for each in lines if each.startswith(REFUSED))
        self._ours = {each for each in lines if not each.startswith(REFUSED)} | {*named}
        self._endings = [re.compile(each) for each in ENDINGS.get(lang, ())]
        self._beginning = BEGINNINGS.get(lang, "")

    def __contains__(self, word: str) -> bool:
        """As a whole, or in each of the parts that hyphens join; as we write it, where we mind."""
        return (word in self._ours or not self.instead(word)) and self._known(word)

    def instead(self, word: str) -> str:
        """How we write what the dictionary writes so, or a part of it; empty where we don't mind."""
        forms = (form for part in word.split("-") for form in written(part))
        return next((self._refused[form] for form in forms if form in self._refused), "")

    def nearest(self, word: str) -> str:
        """The word that was meant, of those that begin alike; empty where none is."""
        alike = [each for each in self._by_letter.get(word[0].lower(), ()) if abs(len(each) - len(word)) < 3]
        return next(iter(difflib.get_close_matches(word, alike, 1, 0.75)), "")

    def _known(self, word: str) -> bool:
        if any(form in self._ours or form in self._dictionary for each in self._forms(word) for form in written(each)):
            return True
        return "-" in word and all(len(each) < 2 or self._known(each) for each in word.split("-"))

    def _forms(self, word: str) -> Iterator[str]:
        """The word, and what is left of it without its endings; each also as an order."""
        forms = [word]
        for ending in self._endings:
            forms.append(ending.sub("", forms[-1]) or word)
        for each in dict.fromkeys(forms):
            yield each
            if self._beginning:
                yield self._beginning + each[0].lower() + each[1:]

    @cached_property
    def _by_letter(self) -> dict[str, list[str]]:
        """All words by the letter with which they begin."""
        found: dict[str, list[str]] = {}
        for each in sorted({*self._ours, *self._dictionary.words}):
            found.setdefault(each[:1].lower(), []).append(each)
        return found


def written(word: str) -> set[str]:
    """As it may stand in a list: `Toko` is `toko` at the beginning of a sentence, `TOKO` in capitals."""
    forms = {word, word[:1].lower() + word[1:]}
    return forms | {word.lower(), word.capitalize()} if word.isupper() else forms


def listed(folder: Path, lang: str) -> list[str]:
    """Our words of a language, and the names; what follows a `#` is a comment."""
    paths = [each for each in (folder / f"{name}.txt" for name in (lang, NAMES)) if each.is_file()]
    lines = (line.partition("#")[0].strip() for path in paths for line in path.read_text("utf-8").splitlines())
    return [each for each in lines if each]


def named(site: Site) -> Collection[str]:
    """The words of the glossary in every language, its abbreviations, and the short names of the laws."""
    found: list[str] = []
    for glossary in site["glossary"].values():
        for term in glossary.terms:
            found += [*term.term.root.values(), *term.abbreviations]
    found += [law.short for law in site["regulation"].values()]
    return {word for each in found for word in WORD.findall(each)}
