"""Turns of phrase that make a question harder than what it asks, by language. One that has none here is not looked at.

The patterns are for plain words: small letters, no signs, one space between them. They would rather miss a phrase than
blame a good one.
"""

import re
from typing import NamedTuple

from plugins.quiz.types.fields import plain

FAR = 12  # words; and no text takes longer to search than to read


class Phrases(NamedTuple):
    """What a language says: for "all of the above", to ask for what is not so, and to deny."""

    others: str
    asks: str
    denies: str


def words_but(barred: str) -> str:
    """Some words before what follows in a pattern; those that are barred would begin another thought."""
    return rf"(?:(?!(?:{barred})\b)\w+ ){{0,{FAR}}}"


ID_ALL, ID_TOLD = "(semua|semuanya|seluruh|kedua|keduanya)", "(jawaban|pilihan|pernyataan)"
ID_RIGHT = "(benar|betul|tepat|salah)"
EN_TOLD, EN_RIGHT = "(answer|choice|option|statement)", "(right|correct|true|wrong|false)"

# after these, a "not" denies something else than what is asked or offered
ID_OTHER = (
    "yang|jika|kalau|bila|apabila|ketika|saat|karena|sebab|agar|supaya|bahwa|tetapi|meskipun|walaupun|sehingga|sampai"
)
EN_OTHER = "that|which|who|whose|when|where|while|if|whether|because|since|unless|until|although|though|than|but|so"
HELPS = "is|are|was|were|do|does|did|can|could|may|might|must|shall|should|will|would|need|needs|has|have|had"

PHRASES = {
    "id": Phrases(
        others=(
            rf"{ID_ALL}( {ID_TOLD})?( yang)? di ?atas( {ID_RIGHT})?"
            rf"|{ID_ALL}( {ID_TOLD})?( (itu|ini|tersebut))? {ID_RIGHT}"
            rf"|(tidak|tak) ada( (satu|{ID_TOLD}))*( pun)?( yang)?( di ?atas)?( yang)? ({ID_RIGHT}|di ?atas)"
            rf"|(tidak|tak) satu ?pun( {ID_TOLD})?( di ?atas)?( yang)?( {ID_RIGHT})?"
            r"|bukan (salah satu|semua)( yang)? di ?atas"
        ),
        asks=(
            r"kecuali"
            rf"|(mana|manakah) {words_but('yang')}yang (tidak|tak|bukan)"
            r"|(apa|apakah|siapa|siapakah)( saja| sajakah)? yang (tidak|tak|bukan)"
        ),
        denies=rf"{words_but(ID_OTHER)}(tidak|tak|bukan|jangan)\b(?! (hanya|saja)\b)",
    ),
    "en": Phrases(
        others=(
            rf"(all|both|any|none|neither) of (the above|these|those|the {EN_TOLD}s( above)?)( (is|are) {EN_RIGHT})?"
            rf"|(all|both)( the)? {EN_TOLD}s( above)?( are {EN_RIGHT})?"
            rf"|(all|both|none|neither)( above)? (is|are) {EN_RIGHT}"
            rf"|no {EN_TOLD}( above)? is {EN_RIGHT}"
        ),
        asks=(
            r"except"
            rf"|(which|what|who|whom) {words_but(EN_OTHER)}"
            rf"(({HELPS}) {words_but(f'{EN_OTHER}|of|by|for|to')}(not|never)|cannot|\w+n t)"
        ),
        denies=rf"{words_but(EN_OTHER)}((?<!with )no|none|nothing|nobody|neither|not|never|cannot|\w+n t)\b(?! only\b)",
    ),
}


def only_others(text: str, lang: str) -> bool:
    """True where a choice says nothing of its own: it points at the other ones."""
    return lang in PHRASES and re.fullmatch(PHRASES[lang].others, plain(text)) is not None


def asks_for_not(text: str, lang: str) -> bool:
    """True where what is asked for is what is not so. What is told before the question may deny as it likes."""
    sentences = re.split(r"(?<=[.?!])\s+", text.strip())
    asking = [each for each in sentences if "?" in each] or sentences[-1:]
    return lang in PHRASES and any(re.search(rf"\b({PHRASES[lang].asks})\b", plain(each)) for each in asking)


def denies(text: str, lang: str) -> bool:
    """True where a choice itself says no, and not only a part of it, such as its reason."""
    clause = re.split(r"[,;:(–—]", text)[0]
    return lang in PHRASES and re.match(PHRASES[lang].denies, plain(clause)) is not None
