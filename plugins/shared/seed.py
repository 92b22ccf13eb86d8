"""Orders that a seed makes: whoever has the same seed gets the same, in every language, in Python and in the browser.

Each key gets a number from the seed and itself, and the numbers sort. So a question that is added moves no other, and
nothing has to be remembered but the seed.
"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")
FORMS = ("a", "b")  # the seeds of what is printed, so that neighbours have different sheets
ALL = 0xFFFFFFFF


def number(text: str) -> int:
    """32 bits that differ wherever a letter does: FNV-1a, mixed as MurmurHash3 ends.

    theme/components/quiz/seed.js computes the same. `text` is of a-z, 0-9 and signs of ASCII. http://www.isthe.com/chongo/tech/comp/fnv/
    https://github.com/aappleby/smhasher/blob/master/src/MurmurHash3.cpp (fmix32).
    """
    found = 0x811C9DC5
    for each in text.encode():
        found = ((found ^ each) * 0x01000193) & ALL
    for shift, factor in ((16, 0x85EBCA6B), (13, 0xC2B2AE35)):
        found = ((found ^ (found >> shift)) * factor) & ALL
    return found ^ (found >> 16)


def ordered(seed: str, keys: Sequence[str]) -> list[str]:
    """The keys in the order of this seed."""
    return sorted(keys, key=lambda key: number(f"{seed}/{key}"))


def around_pinned(seed: str, things: Sequence[T], keys: Sequence[str], pinned: Sequence[bool]) -> list[T]:
    """The things in the order that the seed gives to their keys; those that are pinned stay at their place."""
    place = {key: at for at, key in enumerate(keys)}
    free = iter(ordered(seed, [key for key, stays in zip(keys, pinned, strict=True) if not stays]))
    return [thing if stays else things[place[next(free)]] for thing, stays in zip(things, pinned, strict=True)]
