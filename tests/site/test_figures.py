"""What pages say in figures: each stands in the facts, the register, the rates or a diagram, or is a plain example.

A figure that stands nowhere is how a wrong sentence begins, and none of the build's rules looks for one in prose.
figures.yaml lists the examples, each with its reason.
"""

import re
from collections import defaultdict

import pytest
import yaml

from plugins.rate.unit import is_day
from plugins.shared.article import spots
from tests.site.figures import LANGUAGES, Reader, texts
from tests.site.project import DAY, ROOT
from tests.site.text import main_of
from tools.summary import page_files

CONTENT = ROOT / "content"
KINDS = ("guide", "quiz", "checklist", "tool", "assessment", "course")
ROOT_TAG = re.compile(r'<html lang="(?P<lang>[^"]+)" data-kind="(?P<kind>[^"]+)" data-key="(?P<key>[^"]+)"')
OWN = re.compile(r'<time datetime="([^"]+)"')  # when the page was compared and changed; or a day of a diagram
UNITS = {"month": "months", "day": "days", "working-day": "working days", "hour": "hours"}


@pytest.fixture(scope="module")
def readers():
    return {lang: Reader(lang) for lang in LANGUAGES}


@pytest.fixture(scope="module")
def known(readers):
    """Every figure that has a source."""
    data = [yaml.load((CONTENT / "facts.yaml").read_text("utf-8"), yaml.BaseLoader)["facts"]]
    for path in (CONTENT / "rates.yaml", *CONTENT.glob("regulations/*.yaml"), *CONTENT.glob("diagrams/*.yaml")):
        data.append(yaml.load(path.read_text("utf-8"), yaml.BaseLoader))
    found = {each.said for lang, text in texts(data) for each in readers[lang].figures(text)}
    found |= {f"article {article}" for each in data for article in articles(each)}
    for rate in data[1]["rates"]:
        found |= {said(rate["unit"], each["value"]) for each in rate["values"]}
    days = {each for each in found if re.match(r"\d{4}-", each)}
    return found | {day[:7] for day in days} | {day[:4] for day in days}


def articles(data):
    """The numbers of all articles that a file names."""
    if isinstance(data, dict):
        named = [data.get("article"), *(data.get("articles") or ())]
        for each in named:
            yield from (article for article, _ in spots(each) or ()) if isinstance(each, str) else ()
        for value in data.values():
            yield from articles(value)
    elif isinstance(data, list):
        for each in data:
            yield from articles(each)


def said(unit, value):
    """A rate as figures are called here."""
    if unit == "rupiah":
        return f"IDR {value}"
    if unit == "percent":
        return f"{value}%"
    return value if is_day(value) else f"{value} {UNITS.get(unit, unit)}"


@pytest.mark.parametrize(
    ("indonesian", "english", "figures"),
    [
        ("Rp500.000, Rp2,5 miliar", "IDR 500,000, IDR 2.5 billion", ["IDR 500000", "IDR 2500000000"]),
        ("0,5% atau 12%", "0.5% or 12%", ["0.5%", "12%"]),
        ("sampai 8 Desember 2027", "until 8 December 2027", ["2027-12-08"]),
        ("Pasal 9–11 PP 71/2019", "Article 9–11 of PP 71/2019", ["article 9", "article 11", "71/2019"]),
        ("3×24 jam, 2\xa0hari\xa0kerja", "3×24 hours, 2 working days", ["72 hours", "2 working days"]),
        ("paling lambat tanggal 15 bulan berikutnya", "by the 15th of next month", []),
        ("30,2 juta UMKM, 450.000 lainnya", "30.2 million MSMEs, 450,000 others", ["30200000"]),
        ("aturan tahun 2008", "the rule of 2008", ["2008"]),
        ("seharga Rp50 juta, 7,2 jam", "for IDR 50 million, 7.2 hours", ["7.2 hours", "IDR 50000000"]),
        ("1.2.3 hari", "1.2.3 days", ["NaN days"]),
    ],
)
def test_both_languages_call_a_figure_the_same(readers, indonesian, english, figures):
    for lang, text in (("id", indonesian), ("en", english)):
        assert [each.said for each in readers[lang].figures(text)] == figures


@pytest.fixture(scope="module")
def shown(built, readers):
    """By the key of a page and the figure: how it is written there. A guide and its quiz share a key."""
    found = defaultdict(dict)
    for path in page_files(built):
        page = path.read_text("utf-8")
        about = ROOT_TAG.search(page)
        if about and about["kind"] in KINDS:
            place = about["key"] if about["kind"] in ("guide", "quiz") else f"{about['kind']}/{about['key']}"
            days = {DAY, *OWN.findall(page)}
            for each in readers[about["lang"]].figures(main_of(page)):
                if each.said not in days:
                    found[place].setdefault(each.said, f"{each.written} ({about['lang']})")
    return found


@pytest.fixture(scope="module")
def allowed():
    """By place: the figures of its examples."""
    found = defaultdict(set)
    for entry in yaml.load((ROOT / "tests" / "site" / "figures.yaml").read_text("utf-8"), yaml.BaseLoader):
        assert set(entry) == {"where", "figures", "why"}, entry
        assert entry["why"].strip(), entry
        for place in [entry["where"]] if isinstance(entry["where"], str) else entry["where"]:
            twice = found[place] & set(entry["figures"])
            assert not twice, (place, twice)
            found[place] |= set(entry["figures"])
    return found


def test_every_figure_of_a_page_stands_in_a_source_or_is_an_example_with_a_reason(shown, known, allowed):
    nowhere = {
        place: missing
        for place, figures in shown.items()
        if (missing := {each: written for each, written in figures.items() if each not in known | allowed[place]})
    }
    assert nowhere == {}


def test_every_example_that_is_allowed_stands_there_and_in_no_source(shown, known, allowed):
    idle = {
        place: missing
        for place, figures in allowed.items()
        if (missing := {each for each in figures if each in known or each not in shown[place]})
    }
    assert idle == {}
