"""How easily each text is read: the length of its sentences and words, against a range that good texts keep.

English has a grade, by the formula of Flesch and Kincaid (J. P. Kincaid and others, Derivation of New Readability
Formulas, 1975): who has finished so many years of school reads it. Its weights are those of English, and would take
every Indonesian `-nya` for a hard word; there we tell what it is made of as it is, words a sentence and syllables a
word. The limits were set where all our texts had been measured and read: a little above the hardest that is still good.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from markdown_it.token import Token

from plugins.shared.document import Document
from plugins.shared.message import Message
from plugins.shared.problem import Problems
from plugins.shared.site import Site
from plugins.shared.telling import tell
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.tree import read_everything

WORD = re.compile(r"\w(?:[\w.,/’'×-]*\w)?")
END = re.compile(r"(?<=[.!?…])[”\"’)]*\s+")
COUNTED = ("paragraph_open", "label_open")  # neither headings nor tables: their words are no sentences
BETWEEN = ("cite", "softbreak", "hardbreak")

LONG = 20  # words; the manual names it
TOO_LONG = 25  # words; the report lists these sentences
MOST_WORDS = 14  # a sentence
MOST_LONG = 0.15  # of the sentences
MOST_GRADE = 10  # of English
MOST_SYLLABLES = {"id": 2.8}  # a word


class Ease(NamedTuple):
    """What is measured of a text; the syllables are unknown in a language whose words nobody has told us to count."""

    file: str
    lang: str
    words: float  # a sentence
    long: float  # the share of sentences over LONG words
    syllables: float | None  # a word
    longest: int  # the line of its longest sentence

    @property
    def grade(self) -> float | None:
        if self.lang != "en" or self.syllables is None:
            return None
        return 0.39 * self.words + 11.8 * self.syllables - 15.59

    def beyond(self) -> Iterator[Message]:
        """What in it leaves the range."""
        most = MOST_SYLLABLES.get(self.lang)
        if self.words > MOST_WORDS:
            yield Message("{count} words a sentence, more than {most}", count=f"{self.words:.1f}", most=MOST_WORDS)
        if self.long > MOST_LONG:
            message = Message("{share} of the sentences over {long} words, more than {most}")
            yield message.filled(share=f"{self.long:.0%}", long=LONG, most=f"{MOST_LONG:.0%}")
        if self.grade is not None and self.grade > MOST_GRADE:
            yield Message("a text for grade {grade}, above {most}", grade=f"{self.grade:.1f}", most=MOST_GRADE)
        if self.syllables is not None and most and self.syllables > most:
            yield Message("{count} syllables a word, more than {most}", count=f"{self.syllables:.2f}", most=most)


def reading(root: Path = ROOT) -> int:
    """The exit status: 0 and every text is told, whatever it is like."""
    root = root.resolve()
    return exit_status(root, lambda: show(root))


def show(root: Path) -> None:
    tree = read_everything(root, Problems(), project=ROOT)
    if tree is None:
        raise Stop(Message("the site can't be read; see python3 tasks.py check"))
    measured = list(eases(tree.site))
    for each in measured:
        tell(line(each))
    for each in measured:
        for what in each.beyond():
            message = Message("{place}: hard to read: {what}; its longest sentence stands here")
            tell(message.filled(place=f"{each.file}:{each.longest}", what=what))
    hard = sum(any(each.beyond()) for each in measured)
    tell(Message("{count} texts, {hard} of them hard to read.", count=len(measured), hard=hard))


def line(ease: Ease) -> Message:
    told = {"file": ease.file, "words": f"{ease.words:.1f}", "share": f"{ease.long:.0%}", "long": LONG}
    if ease.grade is not None:
        message = Message("{file}: {words} words a sentence, {share} over {long}; grade {grade}")
        return message.filled(**told, grade=f"{ease.grade:.1f}")
    if ease.syllables is not None:
        message = Message("{file}: {words} words a sentence, {share} over {long}; {syllables} syllables a word")
        return message.filled(**told, syllables=f"{ease.syllables:.2f}")
    return Message("{file}: {words} words a sentence, {share} over {long}").filled(**told)


def eases(site: Site) -> Iterator[Ease]:
    """Every text of the site in each of its languages, in the order of the files."""
    for _, edition in sorted(site.editions.items()):
        if ease := measured(edition.document, edition.lang):
            yield ease


def measured(document: Document, lang: str) -> Ease | None:
    """Nothing where it has no sentence."""
    found = list(sentences(document))
    if not found:
        return None
    words = [word for _, sentence in found for word in sentence]
    count = SYLLABLES.get(lang)
    return Ease(
        document.name,
        lang,
        len(words) / len(found),
        sum(len(sentence) > LONG for _, sentence in found) / len(found),
        sum(map(count, words)) / len(words) if count else None,
        max(found, key=lambda each: len(each[1]))[0],
    )


def sentences(document: Document) -> Iterator[tuple[int, list[str]]]:
    """The line of each, and its words; a step and a task are sentences, with a full stop or without."""
    for opening, inline in zip(document.tokens, document.tokens[1:], strict=False):
        if inline.type == "inline" and opening.type in COUNTED:
            for sentence in END.split("".join(map(said, inline.children or ()))):
                if words := WORD.findall(sentence):
                    yield (inline.map or [0])[0] + 1, words


def said(token: Token) -> str:
    """What is read out; a figure that is inserted is one word."""
    if token.type in ("text", "code_inline"):
        return token.content
    return " 1 " if token.type == "insert" else " " if token.type in BETWEEN else ""


def in_english(word: str) -> int:
    """The groups of its vowels, but those at its end that nobody hears."""
    bare = re.sub(r"(?<=[^aeiouyl])e$|(?<=[^aeioutdy])ed$|(?<=[^aeiousxzcg])es$", "", word.lower())
    return max(1, len(re.findall("[aeiouy]+", bare)))


def in_indonesian(word: str) -> int:
    """Its vowels; two that end a word as in `pantai` are one syllable."""
    return max(1, len(re.findall("(?:ai|au|oi)(?=(?:nya)?$)|[aeiou]", word.lower())))


SYLLABLES: dict[str, Callable[[str], int]] = {"en": in_english, "id": in_indonesian}
