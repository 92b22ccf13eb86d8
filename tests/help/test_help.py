"""The directory of help: what it marks, what a text may link to, and that it says nothing of its own."""

from pathlib import Path

import pytest

from tests.conftest import DAY, ROOT

BROKEN = ROOT / "tests" / "broken" / "E212-number-in-no-fact" / "content" / "help.yaml"


@pytest.fixture
def helped(small: Path) -> Path:
    text = BROKEN.read_text("utf-8").replace('phone: "4"', 'phone: "3"')
    (small / "content" / "help.yaml").write_text(text, "utf-8")
    return small


def page_of(look, lang="en"):
    (page,) = (each for each in look.tree.pages if (each.kind, each.lang) == ("help", lang))
    return page


def test_what_rests_on_weak_facts_is_marked_where_it_is_weak(helped, read):
    look = read(helped)
    assert look.told == []
    shows = page_of(look).shows
    (helper,) = shows["help"].helpers
    assert [shows["doubts"](each) for each in (helper, helper.reach[0], shows["help"].beware[0])] == [
        False,
        False,
        True,
    ]
    assert shows["laws"] == {"guild": ["oven-2-2024"]}


def test_readers_pick_among_those_for_whom_there_is_somebody(helped, read):
    look = read(helped)
    assert [page_of(look, lang).shows["audiences"] for lang in ("id", "en")] == [
        [("baker", look.tree.site.identity.audiences["baker"][lang])] for lang in ("id", "en")
    ]


@pytest.mark.parametrize("section, told", [("#guild", []), ("#ovens", []), ("", []), ("#gild", ["E112"])])
def test_a_text_links_to_it_by_the_file(helped, read, section, told):
    about = helped / "content/pages/about/en.md"
    about.write_text(about.read_text("utf-8") + f"\nSee [who helps](../../help.yaml{section}).\n", "utf-8")
    found = [each.split(" ")[1] for each in read(helped).told]
    assert [code for code in found if code.startswith("E1")] == told


def test_the_directory_of_this_project_has_everybody_whom_the_facts_name(read):
    """Each of the facts on resources stands behind an entry, or behind what readers are warned of."""
    site = read(ROOT, DAY).tree.site
    rests = {code for _, each in site["help"]["help"].stated() for code in each.facts}
    known = {fact.code for fact in site["fact"]["facts"].facts if fact.code.startswith("RES-")}
    assert known - rests == set()
