from datetime import date
from pathlib import Path

import pytest

from plugins.shared.parity import citations, numbers
from plugins.shared.problem import Problems
from plugins.shared.twins import months_after
from plugins.shared.words import read_words

LOCALE = Path(__file__).parents[2] / "theme" / "locale"
SELLING = "content/guides/bread/selling-bread/"


@pytest.fixture(scope="module")
def words():
    return {lang: read_words(lang, LOCALE, LOCALE, Problems()) for lang in ("id", "en")}


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Rp1,5 juta", "IDR 1.5 million"),
        ("Rp1.500.000", "IDR 1,500,000"),
        ("Rp2.000,50", "IDR 2,000.50"),
        ("0,3% dari 10.000", "0.3% of 10,000"),
        ("pada 5 Maret 2026", "on 5 March 2026"),
        ("3×24 jam", "3×24 hours"),
        ("versi 4.0", "version 4.0"),
        ("PP 28/2025", "Government Regulation 28/2025"),
        ("1. Sapu.\n2. Timbang.", "- Sweep.\n- Weigh."),
        ("lihat [ini](../a-1/id.md#b-2) [@a-1 2(3)]", "see [this](../a-1/en.md#b-2)"),
        ("## Tungku {#oven-2}", "## Oven"),
    ],
)
def test_numbers_are_the_same_as_each_language_writes_them(words, indonesian, english):
    assert numbers(indonesian, words["id"]) == numbers(english, words["en"])


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [("Rp1,5 juta", "IDR 15 million"), ("Rp1.500", "IDR 1.500"), ("3 dan 3", "3"), ("2025", "2026")],
)
def test_other_numbers_are_other_numbers(words, indonesian, english):
    assert numbers(indonesian, words["id"]) != numbers(english, words["en"])


def test_citations_are_counted_by_section_and_not_in_code(small, read):
    document = read(small).tree.site["guide"]["bread/first-loaf"].documents["en"]
    assert {key: dict(count) for key, count in citations(document).items()} == {
        "lead": {"flour-3-2022 1": 1},
        "oven": {"oven-1-2020 2(1)": 1, "oven-2-2024 7": 1, "oven-1-2020 4": 1},
        "flour": {"flour-1-2010 5 was": 1},
    }


def test_a_translation_lags_in_the_sections_that_changed(small, read):
    path = small / SELLING / "id.md"
    path.write_text(path.read_text("utf-8").replace("Label menyebut", "Label selalu menyebut"), "utf-8")
    twins = read(small).tree.site["guide"]["bread/selling-bread"]
    assert twins.source == "id"
    assert [each.key for each in twins.lagging("en")] == ["label"]
    assert twins.lagging("id") == ()


def test_any_language_may_be_the_source(small, read):
    found = {lang: (small / SELLING / f"{lang}.md") for lang in ("id", "en")}
    site = read(small).tree.site
    hashes = {each.key: each.hash for each in site["guide"]["bread/selling-bread"].documents["en"].sections}
    follows = "follows:\n" + "".join(f"  {key}: {value}\n" for key, value in hashes.items())
    text = found["en"].read_text("utf-8")
    start, end = text.index("follows:"), text.index("---", 4)
    found["en"].write_text(text[:start] + text[end:], "utf-8")
    text = found["id"].read_text("utf-8")
    end = text.index("---", 4)
    found["id"].write_text(text[:end] + follows + text[end:], "utf-8")
    after = read(small)
    assert after.told == []
    assert after.tree.site["guide"]["bread/selling-bread"].source == "en"


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(9999, 12, 31), 60, date.max),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, after):
    assert months_after(day, months) == after
