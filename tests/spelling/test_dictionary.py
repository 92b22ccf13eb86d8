"""What the two dictionaries say of words whose answer is known: a reader that is too kind or too strict shows here."""

from functools import cache

import pytest

from tools.spelling import DICTIONARIES, SHELF
from tools.spelling.dictionary import Dictionary


@cache
def dictionary(lang):
    return Dictionary(SHELF / DICTIONARIES[lang])


@pytest.mark.parametrize(
    "lang, word",
    [
        ("en", "bread"),
        ("en", "loaves"),
        ("en", "unmistakably"),  # a prefix and a suffix
        ("en", "organisations"),  # British
        ("en", "seller's"),
        ("en", "seller’s"),
        ("en", "Jakarta"),
        ("id", "roti"),
        ("id", "menjual"),  # the prefix takes the first letter away, as in `menulis` of `tulis`
        ("id", "menulis"),
        ("id", "keamanan"),  # a pair of prefix and suffix
        ("id", "dibukalah"),  # a suffix after a prefix
        ("id", "bukunya"),
        ("id", "Jawa"),
    ],
)
def test_a_word_is_known_with_the_affixes_that_it_takes(lang, word):
    assert word in dictionary(lang)


@pytest.mark.parametrize(
    "lang, word",
    [
        ("en", "breaded's"),
        ("en", "color"),
        ("en", "jakarta"),
        ("en", "unbread"),
        ("en", ""),
        ("id", "rotian"),
        ("id", "meroti"),
        ("id", "jawa"),
        ("id", "keaman"),  # half of a pair
        ("id", "amanan"),
        ("id", "mentulis"),
    ],
)
def test_a_word_is_not_known_by_affixes_that_it_does_not_take(lang, word):
    assert word not in dictionary(lang)


def test_a_word_that_never_stands_alone_is_known_with_an_affix_only(tmp_path):
    (tmp_path / "x.aff").write_text("SET UTF-8\nFLAG long\nNEEDAFFIX A2\nPFX B0 Y 1\nPFX B0 0 ber .\n", "utf-8")
    (tmp_path / "x.dic").write_text("1\nlari/A2B0\n", "utf-8")
    found = Dictionary(tmp_path / "x")
    assert "berlari" in found
    assert "lari" not in found


def test_no_word_is_known_with_half_of_a_pair_or_without_what_brings_it_on(tmp_path):
    rules = ["PFX K1 Y 1", "PFX K1 0 ke/A1 .", "SFX Ka Y 1", "SFX Ka 0 an/K1l0A1 .", "SFX l0 Y 1", "SFX l0 0 lah ."]
    (tmp_path / "x.aff").write_text("\n".join(["FLAG long", "CIRCUMFIX A1", *rules]), "utf-8")
    (tmp_path / "x.dic").write_text("1\nraja/Ka\n", "utf-8")
    found = Dictionary(tmp_path / "x")
    words = ("raja", "kerajaan", "kerajaanlah", "keraja", "rajaan", "rajalah", "kerajalah")
    assert [word for word in words if word in found] == ["raja", "kerajaan", "kerajaanlah"]
