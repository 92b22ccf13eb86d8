"""Tells each word of the content that is in no dictionary of its language: a part of `lint`.

the tree ─ passages ─ words that neither list nor dictionary has ─ each at its place, with the nearest one

`check` and the build know nothing of it: dictionaries lack many a good word, and no new name should keep a text from
being published.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.problem import Problem, Problems
from plugins.shared.source import place_of
from plugins.shared.telling import translation
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.spelling.dictionary import Dictionary
from tools.spelling.lexicon import WORDS, Lexicon, listed, named
from tools.spelling.passages import Passage, passages
from tools.tree import read_everything

SHELF = Path(__file__).with_name("dictionaries")
DICTIONARIES = {"id": "id_ID", "en": "en_GB"}  # by the language of the site; another one has to be added here


def spelling(root: Path = ROOT, shelf: Path = SHELF) -> int:
    """0, or 1 where a word is in no dictionary of the `shelf`."""
    root = root.resolve()
    found: set[Problem] = set()
    status = exit_status(root, lambda: found.update(misspelt(root, shelf)))
    for each in sorted(found):
        print(each.told(translation()))
    return status or min(len(found), 1)


def misspelt(root: Path, shelf: Path) -> Iterator[Problem]:
    tree = read_everything(root, Problems(), project=ROOT)
    if tree is None:
        raise Stop(Message("the site can't be read; see python3 tasks.py check"))
    names = named(tree.site)
    lexicons = {
        lang: Lexicon(lang, Dictionary(shelf / DICTIONARIES[lang]), listed(root / WORDS, lang), names)
        for lang in tree.site.languages
        if lang in DICTIONARIES
    }
    known: dict[tuple[str, tuple[str, ...]], bool] = {}
    reasons: dict[tuple[str, str], Message] = {}
    for passage in passages(tree.site):
        lang = passage.languages[0]
        asked = [lexicons[each] for each in passage.languages if each in lexicons]
        for word in passage.words() if lang in lexicons else ():
            if (word, passage.languages) not in known:
                known[word, passage.languages] = any(word in each for each in asked)
            if not known[word, passage.languages]:
                if (lang, word) not in reasons:
                    reasons[lang, word] = reason(word, lang, lexicons[lang])
                yield Problem(*place(word, passage, root), "W215", reasons[lang, word])


def reason(word: str, lang: str, lexicon: Lexicon) -> Message:
    if right := lexicon.instead(word):
        return Message("'{word}' is written '{right}' here; correct it", word=word, right=right)
    message = Message("'{word}' is in no dictionary; correct it, or add it to {file}")
    near = lexicon.nearest(word)
    if near:
        message = Message("'{word}' is in no dictionary; did you mean '{near}'? Else add it to {file}")
    return message.filled(word=word, near=near, file=f"{WORDS}/{lang}.txt")


def place(word: str, passage: Passage, root: Path) -> tuple[str, int, int]:
    """Where the word stands in its file: the first time after the passage begins."""
    file, line, column = passage.place
    text = (root / file).read_text("utf-8-sig")
    start = sum(map(len, text.splitlines(keepends=True)[: line - 1])) + column - 1
    found = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)").search(text, start)
    return (file, *place_of(text, found.start())) if found else passage.place
