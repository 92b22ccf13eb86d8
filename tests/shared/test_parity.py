"""What languages write differently and mean alike, and what a translation is told where it does not."""

from datetime import date, time
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.dates import format_date, format_time
from babel.numbers import format_compact_currency, format_decimal
from hypothesis import given
from hypothesis import strategies as some

from plugins.shared.document import document
from plugins.shared.parity import rules_of_twins
from plugins.shared.parity.habits import Habits
from plugins.shared.parity.named import Named, citations, named, without
from plugins.shared.problem import Problems
from plugins.shared.source import Source

LANGUAGES = ("id", "en")
HABITS = {lang: Habits(Locale.parse(lang), LANGUAGES) for lang in LANGUAGES}
DAYS = some.dates(date(1900, 1, 1), date(2999, 12, 31))
NUMBERS = some.decimals(0, 10**15, places=2) | some.integers(0, 10**15).map(Decimal)
POWERS = {"id": {"ribu": 3, "juta": 6, "miliar": 9}, "en": {"thousand": 3, "million": 6, "billion": 9}}


def names(text: str, lang: str) -> list[Named]:
    """What a text of one section names, front matter aside."""
    source = Source(f"content/guides/bread/loaf/{lang}.md", f"---\ntitle: x\n---\n{text}\n")
    return list(named(document(source, Problems()), HABITS[lang], LANGUAGES))


def differ(indonesian: str, english: str) -> list[str]:
    there, here = names(indonesian, "id"), names(english, "en")
    return [each.value for each in [*without(there, here), *without(here, there)]]


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Rp1,5 juta", "IDR 1.5 million"),
        ("Rp1,5 juta", "IDR 1,500,000"),
        ("Rp 1.500.000,-", "1.5 million rupiah"),
        ("Rp2M", "IDR 2 billion"),
        ("Rp. 500 ribu", "IDR 500K"),
        ("10 ribu orang", "10,000 people"),
        ("Rp2.000,50", "IDR 2,000.50"),
        ("5 juta dolar", "$5 million"),
        ("0,3% dari 10.000", "0.3 percent of 10,000"),
        ("5 persen", "5 %"),
        ("pada 5 Maret 2026", "on 5 March 2026"),
        ("pada 5 Maret 2026", "on March 5th, 2026"),
        ("pada 05 Mei", "on May 5"),
        ("5 Mei sampai Juni 2027", "5 May until June 2027"),
        ("pada 5 Agu 2026", "on 2026-08-05"),
        ("18 dan 19 Oktober", "18 and 19 October"),
        ("pukul 09.00 WIB", "at 9 am"),
        ("pukul 9", "at 9 a.m."),
        ("pukul 9 malam", "at 9 pm."),
        ("pukul 21.30", "at 9.30 p.m."),
        ("pukul 21.30", "at 21:30"),
        ("tengah malam, 00.00", "midnight, 12 am"),
        ("versi 4.0 dan 10.15", "version 4.0 and 10.15"),
        ("3×24 jam", "3×24 hours"),
        ("PP 28/2025", "Government Regulation 28/2025"),
        ("panjangnya 5 m", "5 m long"),
        ("1. Sapu.\n2. Timbang.", "- Sweep.\n- Weigh."),
        ("lihat [ini](../a-1/id.md#b-2) [@a-1 2(3)]", "see [this](../a-1/en.md#b-2) [@a-1 2(3)]"),
        ("[ini](#b) [itu](id.md#b)", "[this](en.md#b) [that](#b)"),
        ("[ini](../a-b/id.md)", "[this](../a%2Db/en.md)"),
        ("[ini](https://id.a.example/b-2)", "[this](https://en.a.example/c)"),
        ("[ini](https://www.a.example/id/b)", "[this](https://a.example/b)"),
        ("<https://a.example/2026/>", "[it](https://a.example/2026)"),
        ("## Tungku {#oven-2}", "## Oven {#oven-2}"),
        ("Tanpa kunci:\n\n```\n5\n```", "Without a key."),
    ],
)
def test_what_each_language_writes_in_its_own_way_is_the_same(indonesian, english):
    assert differ(indonesian, english) == []


@pytest.mark.parametrize(
    ("indonesian", "english"),
    [
        ("Rp1,5 juta", "IDR 15 million"),
        ("Rp1.500", "IDR 1.500"),
        ("Rp5", "USD 5"),
        ("Rp2M", "IDR 2M"),
        ("5%", "5"),
        ("3 dan 3", "3"),
        ("2025", "2026"),
        ("5 Maret", "3 May"),
        ("Maret 2026", "March 2027"),
        ("pukul 09.00", "at 9 pm"),
        ("pukul 21.30", "at 9.30 am"),
        ("[@a-1 2]", "[@a-1 3]"),
        ("[ini](#b)", "[this](#c)"),
        ("[ini](https://a.example/b)", "[this](https://a.example/c)"),
    ],
)
def test_what_differs_is_told(indonesian, english):
    assert differ(indonesian, english) != []


def test_may_is_a_month_where_it_is_written_as_one():
    assert [each.kind for each in names("You may 2 times. May 2 is a Sunday.", "en")] == ["number", "date"]


@given(NUMBERS, NUMBERS)
def test_any_number_is_read_as_its_language_writes_it(number, other):
    written, read = ([format_decimal(each, locale=lang) for lang in LANGUAGES] for each in (number, other))
    assert differ(*written) == []
    assert (differ(written[0], read[1]) == []) == (format_decimal(number, locale="en") == read[1])


@given(some.decimals(0, 999, places=1), some.sampled_from(range(3)), some.sampled_from(range(3)))
def test_any_amount_is_read_with_its_power(number, power, other):
    words = {lang: list(POWERS[lang]) for lang in LANGUAGES}
    indonesian = f"Rp{format_decimal(number, locale='id')} {words['id'][power]}"
    english = f"IDR {format_decimal(number, locale='en')} {words['en'][other]}"
    assert (differ(indonesian, english) == []) == (power == other or number == 0)


@given(some.integers(1, 10**12))
def test_any_amount_is_read_as_the_tables_shorten_it(number):
    written = [format_compact_currency(number, "IDR", locale=lang, fraction_digits=2) for lang in LANGUAGES]
    assert differ(*written) == []


@given(DAYS, DAYS, some.sampled_from(["d MMMM y", "d MMM y", "MMMM y", "d MMMM", "y-MM-dd"]))
def test_any_date_is_read_by_the_names_of_its_months(day, other, form):
    indonesian, english = format_date(day, form, locale="id"), format_date(other, form, locale="en")
    assert (differ(indonesian, english) == []) == (format_date(day, form, locale="en") == english)


@given(DAYS, some.sampled_from(["MMMM d, y", "MMMM d"]))
def test_any_date_may_begin_with_its_month(day, form):
    indonesian = format_date(day, "d MMMM y" if "y" in form else "d MMMM", locale="id")
    assert differ(indonesian, format_date(day, form, locale="en")) == []


@given(some.times(), some.times(), some.sampled_from(["h:mm a", "HH:mm"]))
def test_any_time_is_read_by_the_half_of_its_day(moment, other, form):
    indonesian, english = format_time(moment, "HH.mm", locale="id"), format_time(other, form, locale="en")
    assert (differ(indonesian, english) == []) == (same_minute(moment) == same_minute(other))


def same_minute(moment: time) -> tuple[int, int]:
    return moment.hour, moment.minute


@given(some.text("0123456789.,:%- \u00a0aAmMpPjtuRpIDRei"))
def test_what_is_found_in_any_text_stands_where_it_is_said_to_stand(text):
    for lang in LANGUAGES:
        for each in HABITS[lang].quantities(text):
            assert text.startswith(each.written, each.at)


def test_citations_are_counted_by_section_and_not_in_code(small, read):
    document = read(small).tree.site["guide"]["bread/first-loaf"].documents["en"]
    assert {key: dict(count) for key, count in citations(document).items()} == {
        "lead": {"flour-3-2022 1": 1},
        "oven": {"oven-1-2020 2(1)": 1, "oven-2-2024 7": 1, "oven-1-2020 4": 1},
        "flour": {"flour-1-2010 5 was": 1},
    }


def test_what_a_section_names_is_compared_once_it_follows_its_source(small, read):
    """Before that it differs anyway, and one mistake is one line."""
    path = small / "content/guides/bread/first-loaf/id.md"
    path.write_text(path.read_text("utf-8").replace("sampai 220 derajat", "sampai 230 derajat"), "utf-8")
    site = read(small).tree.site
    told = list(rules_of_twins(site["guide"]["bread/first-loaf"], site.words))
    assert [each.code for each in told] == ["W201"]


def test_this_sites_own_texts_have_the_same_in_both_languages(read):
    """No rule tells what an editor could not mend."""
    root = Path(__file__).parents[2]
    assert [line for line in read(root).told if " W203 " in line or " W214 " in line] == []
