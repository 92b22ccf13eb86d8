"""Pages are weighed as a server sends them; the effort is spent on those that are near their limit."""

import random
import string

import brotli

from tools.summary import CLOSER, EXACT, GUESS, weighed

WORDS = ["".join(random.Random(at).choices(string.ascii_lowercase, k=7)) for at in range(400)]
TEXT = " ".join(random.Random(1).choices(WORDS, k=6_000)).encode()
SIZES = [len(brotli.compress(TEXT, quality=each)) for each in (GUESS, CLOSER, EXACT)]


def test_a_quick_look_never_makes_a_page_lighter_than_it_is():
    assert sorted(SIZES, reverse=True) == SIZES


def test_what_is_far_below_its_limit_gets_a_quick_look():
    assert weighed(TEXT, SIZES[0]) == SIZES[0]
    assert weighed(TEXT, SIZES[0] - 1) == SIZES[1]


def test_what_is_near_its_limit_or_above_is_weighed_exactly():
    assert weighed(TEXT, SIZES[2]) == SIZES[2]
    assert weighed(TEXT, SIZES[2] - 1) == SIZES[2]
