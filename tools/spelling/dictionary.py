"""Reads dictionaries of hunspell: which words there are, and which affixes each may take.

Of that form we know what the dictionaries beside us use: prefixes, suffixes of which one may bring on another, pairs of
both that only stand together, and words that never stand alone.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

Flags = frozenset[str]


class Affix(NamedTuple):
    """`add` stands where the word had `strip`; `brings` are the flags of what may come with it."""

    flag: str
    strip: str
    add: str
    fits: re.Pattern[str]
    brings: Flags


class Dictionary:
    """`word in dictionary`, in the letters that stand there: who asks for `Toko` asks for `toko` too."""

    def __init__(self, path: Path) -> None:
        """`path` names two files, `.aff` and `.dic`."""
        lines = [line.split() for line in lines_of(path.with_suffix(".aff"))]
        said = {each[0]: each[1] for each in lines if len(each) == 2}
        self._long = said.get("FLAG") == "long"  # flags of two letters
        self._paired, self._bound, self._part = map(said.get, ("CIRCUMFIX", "NEEDAFFIX", "ONLYINCOMPOUND"))
        self._prefixes: dict[str, list[Affix]] = {}
        self._suffixes: dict[str, list[Affix]] = {}
        for kind, *fields in (each for each in lines if each and each[0] in ("PFX", "SFX")):
            if fields[1] not in ("Y", "N"):  # else it says how many lines follow
                affix = self._affix(kind, *fields[:4])
                (self._prefixes if kind == "PFX" else self._suffixes).setdefault(affix.add, []).append(affix)
        self.words: dict[str, list[Flags]] = {}
        for line in lines_of(path.with_suffix(".dic"))[1:]:  # the first one says how many words follow
            word, _, flags = line.partition("\t")[0].rstrip().partition("/")
            self.words.setdefault(word, []).append(self._flags(flags))

    def __contains__(self, word: str) -> bool:
        word = word.replace("’", "'")
        return any(
            self._stands(flags, prefix, suffixes)
            for prefix, rest in ((None, word), *self._without_prefix(word))
            for suffixes, stem in self._without_suffixes(rest)
            for flags in self.words.get(stem, ())
        )

    def _affix(self, kind: str, flag: str, strip: str, add: str, fits: str) -> Affix:
        add, _, brings = add.partition("/")
        fits = re.compile(f"^{fits}" if kind == "PFX" else f"{fits}$")
        return Affix(flag, strip.replace("0", ""), add.replace("0", ""), fits, self._flags(brings))

    def _flags(self, text: str) -> Flags:
        return frozenset(map("".join, zip(text[::2], text[1::2], strict=True)) if self._long else text)

    def _without_prefix(self, word: str) -> Iterator[tuple[Affix, str]]:
        for at in range(len(word)):
            for affix in self._prefixes.get(word[:at], ()):
                if affix.fits.search(stem := affix.strip + word[at:]):
                    yield affix, stem

    def _without_suffix(self, word: str) -> Iterator[tuple[Affix, str]]:
        for at in range(1, len(word) + 1):
            for affix in self._suffixes.get(word[at:], ()):
                if affix.fits.search(stem := word[:at] + affix.strip):
                    yield affix, stem

    def _without_suffixes(self, word: str) -> Iterator[tuple[tuple[Affix, ...], str]]:
        """The word as it is, without its last suffix, and without the one before that."""
        yield (), word
        for last, shorter in self._without_suffix(word):
            yield (last,), shorter
            for first, stem in self._without_suffix(shorter):
                if last.flag in first.brings:
                    yield (first, last), stem

    def _stands(self, flags: Flags, prefix: Affix | None, suffixes: tuple[Affix, ...]) -> bool:
        """Whether a word of these flags takes all of them at once."""
        if (suffixes and suffixes[0].flag not in flags) or self._part in flags:
            return False
        if prefix is None and not suffixes:
            return self._bound not in flags
        if prefix and prefix.flag not in flags.union(*(each.brings for each in suffixes)):
            return False
        alone = prefix is None or self._paired not in prefix.brings
        return alone is not any(self._paired in each.brings for each in suffixes)


def lines_of(path: Path) -> list[str]:
    return path.read_text("utf-8-sig").splitlines()
