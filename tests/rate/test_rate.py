"""A rate is written down once; texts, drawings and questions say what holds on the day of the build."""

from datetime import date
from pathlib import Path

import pytest

from plugins.rate.model import Rate

ROOT = Path(__file__).parents[2]

RATES = """\
rates:
  - key: sweeping
    name:
      id: Jarak menyapu tungku
      en: Time between sweepings
    unit: day
    values:
      - value: "3"
        until: 2026-12-31
        regulation: oven-2-2024
        article: "7"
        facts: [BREAD-01]
      - value: "5"
        since: 2027-01-01
        regulation: oven-2-2024
        facts: [BREAD-03]
"""
FACT = """\
  - code: BREAD-03
    tag: N
    sources:
      - regulation: oven-2-2024
        articles: []
    text: From 2027 on the oven is swept every 5 days.
"""
GUIDE = "content/guides/bread/first-loaf"


@pytest.fixture
def rated(small):
    (small / "content" / "rates.yaml").write_text(RATES, "utf-8")
    facts = small / "content" / "facts.yaml"
    facts.write_text(facts.read_text("utf-8").replace("never:", FACT + "never:"), "utf-8")
    for lang, words in (("id", "3 hari"), ("en", "3 days")):
        path = small / GUIDE / f"{lang}.md"
        text = path.read_text("utf-8")
        assert words in text
        path.write_text(text.replace(words, "{{rate:sweeping}}"), "utf-8")
    return small


def inserted(tree, lang):
    name = f"{GUIDE}/{lang}.md"
    references = tree.site.editions[name].document.references
    return [meant for each, meant in zip(references, tree.meanings[name], strict=True) if each.kind == "insert"]


@pytest.mark.parametrize(
    "day, said",
    [
        ("2026-12-31", {"id": "3\u00a0hari", "en": "3\u00a0days"}),
        ("2027-01-01", {"id": "5\u00a0hari", "en": "5\u00a0days"}),
    ],
)
def test_a_text_says_what_holds_on_the_day(rated, approved, day, said):
    look = approved(rated, date.fromisoformat(day))
    assert [each for each in look.told if " E" in each] == []
    assert {lang: inserted(look.tree, lang) for lang in ("id", "en")} == {lang: [each] for lang, each in said.items()}


def test_the_same_words_need_no_new_approval_and_other_ones_do(rated, read):
    told = [each for each in read(rated).told if "E145" in each]
    assert told == []  # “3 days” is what was approved, whoever says it
    told = [each for each in read(rated, date(2027, 1, 2)).told if "E145" in each]
    assert len(told) == 1
    assert "section 'oven' of 'bread/first-loaf' in 'id' and 'en' changed" in told[0]


def test_a_translation_lags_no_more_than_its_words_do(rated, read, approved):
    """The figure changes in every language at once."""
    before = [each for each in read(rated).told if "W201" in each]
    after = [each for each in approved(rated, date(2027, 1, 2)).told if "W201" in each]
    assert [each.partition("W201")[2] for each in before] == [each.partition("W201")[2] for each in after]


def test_a_question_takes_the_bare_figure_where_it_marks_and_words_where_it_speaks(rated, read):
    path = rated / "quizzes" / "bread" / "first-loaf.yaml"
    path.write_text(
        path.read_text("utf-8")
        + """\
  - key: how-often
    type: numeric
    cite: bread/first-loaf#oven
    prompt:
      id: Setiap berapa hari?
      en: Every how many days?
    hints: [{id: Lihat aturannya., en: See the rule.}]
    value: "{{rate:sweeping}}"
    why:
      id: Setiap {{rate:sweeping}}.
      en: Every {{rate:sweeping}}.
""",
        "utf-8",
    )
    question = read(rated).tree.site["quiz"]["bread/first-loaf"].questions[-1]
    assert (question.value, question.why["id"], question.why["en"]) == (
        3.0,
        "Setiap 3\u00a0hari.",
        "Every 3\u00a0days.",
    )


@pytest.mark.parametrize(
    "unit, value, indonesian, english",
    [
        ("rupiah", "500000", "Rp500.000", "IDR 500,000"),
        ("rupiah", "1500000", "Rp1,5 juta", "IDR 1.5 million"),
        ("rupiah", "4800000000", "Rp4,8 miliar", "IDR 4.8 billion"),
        ("rupiah", "1234567", "Rp1.234.567", "IDR 1,234,567"),
        ("rupiah", "0", "Rp0", "IDR 0"),
        ("percent", "0.5", "0,5%", "0.5%"),
        ("percent", "11", "11%", "11%"),
        ("month", "1", "1 bulan", "1 month"),
        ("month", "6", "6 bulan", "6 months"),
        ("working-day", "2", "2 hari kerja", "2 working days"),
        ("hour", "72", "72 jam", "72 hours"),
        ("day-of-month", "15", "15", "15th"),
        ("date", "2027-12-08", "8 Desember 2027", "8 December 2027"),
    ],
)
def test_every_unit_is_said_as_the_language_says_it(read, small, unit, value, indonesian, english):
    words = read(small).tree.site.words
    rate = Rate.model_validate(
        {
            "key": "any",
            "name": {"id": "a", "en": "b"},
            "unit": unit,
            "values": [{"value": value, "regulation": "oven-2-2024", "facts": ["BREAD-01"]}],
        },
        context={"languages": ("id", "en")},
    )
    said = {lang: rate.said(date(2026, 11, 26), words[lang]).replace("\u00a0", " ") for lang in ("id", "en")}
    assert said == {"id": indonesian, "en": english}


def test_the_rates_of_this_project_all_hold_today(read):
    rates = read(ROOT).tree.site["rate"]
    assert isinstance(rates, dict)
    assert [key for key, rate in rates.items() if rate.on(date(2026, 11, 26)) is None] == []
