"""Other words for what a page names, from the glossary: NIB finds *nomor induk berusaha*, and the reverse."""

import re
from collections.abc import Iterable

from plugins.shared.site import Site


class Synonyms:
    """Groups of phrases that name the same, in any language of the site: a reader may know only one of them."""

    def __init__(self, groups: Iterable[Iterable[str]]) -> None:
        self._groups = [{plain(each): each for each in group} for group in groups]

    def others(self, text: str) -> list[str]:
        """For each thing that the text names, the words for it that the text lacks; in alphabetical order."""
        here = f" {plain(text)} "
        lower = here.lower()
        found: set[str] = set()
        for group in self._groups:
            named = {each for each in group if f" {each} " in (here if is_abbreviation(each) else lower)}
            if named:
                found.update(phrase for each, phrase in group.items() if each not in named)
        return sorted(found)


def synonyms(site: Site) -> Synonyms:
    """What the glossary's terms are called, in every language and for short."""
    groups = []
    for glossary in site.things.get("glossary", {}).values():
        for term in glossary.terms:
            if term.auto_link:  # an everyday word would bring its page to every search
                groups.append([*(term.spoken(lang) for lang in site.languages), *term.abbreviations])
    return Synonyms(groups)


def plain(text: str) -> str:
    """Words with single spaces between them; only an abbreviation keeps its capitals."""
    words = re.findall(r"\w+", text)
    return " ".join(each if is_abbreviation(each) else each.lower() for each in words)


def is_abbreviation(word: str) -> bool:
    """NIB, idEA: capitals inside; `Nib` at the beginning of a sentence is another word."""
    return re.search(r"\w[A-Z]", word) is not None
