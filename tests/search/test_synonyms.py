"""A page is found by every name of what it names, in any language of the site and for short."""

import pytest

from plugins.search.synonyms import Synonyms, synonyms

NIB = ["Nomor Induk Berusaha", "business identification number", "NIB"]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        ("You need a NIB.", ["Nomor Induk Berusaha", "business identification number"]),
        ("Buat nomor induk\n berusaha dulu.", ["NIB", "business identification number"]),
        ("Nomor Induk Berusaha (NIB)", ["business identification number"]),
        ("Nothing of it.", []),
        ("The nib of a pen, and a NIBBLE.", []),
        ("Nomor induk siswa berusaha sama", []),
    ],
)
def test_what_a_text_calls_by_one_name_has_its_other_names(text, others):
    assert Synonyms([NIB]).others(text) == others


def test_a_name_that_two_things_share_brings_the_names_of_both():
    assert Synonyms([["KI", "intellectual property"], ["KI", "chemistry"]]).others("KI") == [
        "chemistry",
        "intellectual property",
    ]


def test_the_groups_are_the_terms_of_the_glossary_without_its_everyday_words(small, read):
    found = synonyms(read(small).tree.site)
    assert found.others("Leaven, and bread.") == ["LVN", "ragi alami"]


def test_without_a_glossary_there_are_none(small, read):
    (small / "content" / "glossary.yaml").unlink()
    assert synonyms(read(small).tree.site).others("Leaven") == []
