"""Words and their stems, for the search of the archive: mendaftar, pendaftaran and daftar are one word to it.

The page cuts and stems what a reader types by the same rules (`theme/components/search/archive.js`, `theme/stemmers/`);
a test compares the two over every word of the site.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.indonesian_stemmer import IndonesianStemmer

# What stands between words, in every language: listing letters would need tables that an old browser lacks.
BETWEEN = (
    r"\x00-/:-@\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\xd7\xf7\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u303f\ufeff"
)
WORD = re.compile(f"[^{BETWEEN}]+")
MARKS = re.compile("[\u0300-\u036f]")

STEMMERS = {"en": ("english", EnglishStemmer), "id": ("indonesian", IndonesianStemmer)}
MODULE = re.compile(r"^(import .*$|export default )", re.MULTILINE)  # a page loads no modules from a disk


def words(text: str) -> Iterator[str]:
    """The words without case and accents; a letter alone says nothing."""
    for found in WORD.findall(text):
        word = MARKS.sub("", unicodedata.normalize("NFD", found)).lower()
        if len(word) > 1 or word.isdecimal():
            yield word


def stemmer(lang: str) -> Callable[[str], str]:
    """What stems a word of the language; a language that Snowball doesn't know keeps its words as they are."""
    if lang not in STEMMERS:
        return str
    algorithm, known = STEMMERS[lang][1](), {}

    def stem(word: str) -> str:
        if word not in known:
            known[word] = algorithm.stemWord(word)
        return known[word]

    return stem


def stemming(folder: Path, lang: str) -> dict[str, str]:
    """What stems a word in a page, `pandu.stem`, as a classic script by its name."""
    if lang not in STEMMERS:
        return {"stem": "pandu.stem = (word) => word;"}
    name, _ = STEMMERS[lang]
    paths = [folder / "base-stemmer.js", folder / f"{name}-stemmer.js"]
    base, own = [MODULE.sub("", path.read_text("utf-8")) for path in paths]
    own = own.replace("class extends B", "class Stemmer extends BaseStemmer")
    return {paths[1].name: f"{{{base}{own}const own = new Stemmer();pandu.stem = (word) => own.stem(word);}}"}
