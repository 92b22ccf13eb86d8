"""What changed in the rules, by its days; and that no day makes a law true."""

from datetime import date

import pytest

LAW = "content/regulations/oven-2-2024.yaml"
HISTORY = """history:
  - day: 2024-03-05
    what:
      id: Diumumkan.
      en: Announced.
    evidence: project_note
evidence: official_summary"""


def edit(path, *changes):
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def page(found, lang="en"):
    return next(each for each in found.tree.pages if each.kind == "changes" and each.lang == lang)


@pytest.fixture
def awaited(small):
    """The small site, where a law is to begin on the third of May 2027."""
    edit(
        small / LAW,
        ("status: in_force", "status: not_yet_in_force"),
        ("in_force_from: 2024-07-01", "in_force_from: 2027-05-03"),
    )
    return small


def test_the_days_stand_newest_first(small, read):
    edit(small / LAW, ("evidence: official_summary", HISTORY))
    shown = [(str(each.day), each.key, each.what and each.what["en"]) for each in page(read(small)).shows["changes"]]
    assert shown == [
        ("2025-02-01", "label-1-2025", None),
        ("2024-07-01", "oven-2-2024", None),
        ("2024-03-05", "oven-2-2024", "Announced."),
        ("2020-05-01", "oven-1-2020", None),
    ]


def test_each_of_the_days_says_what_it_rests_on(small, read):
    edit(small / LAW, ("evidence: official_summary", HISTORY))
    weak = {each.anchor: each.weak for each in page(read(small)).shows["changes"]}
    assert (weak["oven-2-2024-2024-07-01"], weak["oven-2-2024-2024-03-05"]) == (False, True)


def test_what_happened_is_news_at_its_place_on_the_page(small, read):
    edit(small / LAW, ("evidence: official_summary", HISTORY))
    found = read(small)
    register = next(each for each in found.tree.pages if each.kind == "register" and each.lang == "id")
    news = {each.address: (each.title, each.summary) for each in register.news}
    address = f"{page(found, 'id').address}#oven-2-2024-2024-03-05"
    assert news[address] == ("Oven 2/2024", "Diumumkan. (periksa teks resmi)")


@pytest.mark.parametrize(
    ("day", "state"), [("2027-05-02", "not_yet_in_force"), ("2027-05-03", "due"), ("2030-01-01", "due")]
)
def test_from_the_day_on_a_law_is_due_and_not_in_force(awaited, read, day, state):
    found = read(awaited, date.fromisoformat(day))
    shows = page(found).shows
    assert {key: [law for law, _ in laws] for key, laws in shows["awaited"].items()} == {
        "due": [],
        "not_yet_in_force": [],
        state: ["oven-2-2024"],
    }
    assert "oven-2-2024" not in [each.key for each in shows["changes"]]
    told = [line.partition(" it was to begin on ")[0] for line in found.told if " W221 " in line]
    assert told == ([f"{LAW}:15:16: W221"] if state == "due" else [])


def test_an_editor_makes_it_true(awaited, read):
    edit(awaited / LAW, ("status: not_yet_in_force", "status: in_force"))
    found = read(awaited, date(2027, 5, 3))
    assert page(found).shows["changes"][0].key == "oven-2-2024"
    assert not [line for line in found.told if "oven-2-2024" in line]
