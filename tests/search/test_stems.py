"""Words and stems: what a reader writes in one form finds the others."""

import re
from pathlib import Path

import pytest

from plugins.search.stems import BETWEEN, STEMMERS, stemmer, stemming, words

ROOT = Path(__file__).resolve().parents[2]


def test_words_are_cut_at_whatever_stands_between_them():
    text = "E-KTP: “Rp500.000” (café), 3×4\u00a0m… naïve\u2014e-mail/PP 71"
    assert list(words(text)) == ["ktp", "rp500", "000", "cafe", "3", "4", "naive", "mail", "pp", "71"]


@pytest.mark.parametrize(
    ("lang", "forms"),
    [
        ("id", ["mendaftar", "pendaftaran", "didaftarkan", "daftar"]),
        ("id", ["jual", "dijual", "berjualan", "penjualan"]),
        ("en", ["register", "registers", "registering", "registered"]),
        ("jv", ["roti"]),
    ],
)
def test_forms_of_a_word_have_one_stem(lang, forms):
    assert len(set(map(stemmer(lang), forms))) == 1


def test_the_page_cuts_words_where_the_build_does():
    script = (ROOT / "theme/components/search/archive.js").read_text("utf-8")
    between = "".join(
        re.findall(r'"([^"]*)"', script[script.index("BETWEEN =") : script.index(";", script.index("BETWEEN ="))])
    )
    assert between.replace("\\\\", "\\") == BETWEEN


def test_the_stemmers_of_the_page_are_of_the_version_that_the_build_stems_with():
    lock = (ROOT / "requirements/build.txt").read_text("utf-8")
    version = re.search(r"^snowballstemmer==(\S+)", lock, re.MULTILINE)[1]
    for name, _ in STEMMERS.values():
        assert f"by Snowball {version}" in (ROOT / f"theme/stemmers/{name}-stemmer.js").read_text("utf-8")


def test_a_page_gets_no_module():
    (script,) = stemming(ROOT / "theme/stemmers", "en").values()
    assert not re.search(r"^\s*(import|export)\b", script, re.MULTILINE)
