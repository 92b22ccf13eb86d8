"""What a diagram is before it is drawn: its shape, what it rests on, its figures, its pages."""

from pathlib import Path

import pytest

from plugins.diagram.clock import Run
from plugins.diagram.read import SHAPES
from plugins.shared.figure import Figure, written_amount

HERE = Path(__file__).parent
KEYS = sorted(path.stem for path in (HERE / "bread" / "content" / "diagrams").glob("*.yaml"))


def test_every_shape_is_read_and_nothing_is_told(bread, read):
    found = read(bread)
    assert found.told == [], "above all, no diagram needs a text that shows it"
    assert {key: type(each).__name__.lower() for key, each in found.tree.site["diagram"].items()} == {
        key: key for key in SHAPES
    }


def test_a_shape_is_a_file_of_the_plugin_and_one_of_the_component():
    root = HERE.parents[1]
    assert sorted(SHAPES) == KEYS
    for key in SHAPES:
        assert (root / "plugins" / "diagram" / f"{key}.py").is_file()
        assert (root / "theme" / "components" / "diagram" / "shapes" / f"{key}.j2").is_file()
        assert (root / "theme" / "static" / "icons" / f"{SHAPES[key][0].icon}.svg").is_file()


def test_a_diagram_has_a_page_in_every_language_that_the_search_and_the_a_to_z_know(bread, read):
    pages = [page for page in read(bread).tree.pages if page.kind == "diagram"]
    assert {(page.key, page.lang) for page in pages} == {(key, lang) for key in KEYS for lang in ("id", "en")}
    assert all(page.sought and page.alphabetical for page in pages)
    addresses = {page.lang: page.address for page in pages if page.key == "ladder"}
    assert addresses == {"id": "id/gambar/tangga/", "en": "en/pictures/ladder/"}


def test_the_list_follows_the_topics(bread, read):
    lists = [page for page in read(bread).tree.pages if page.kind == "diagrams"]
    assert [page.address for page in lists] == ["id/gambar/", "en/pictures/"]
    assert lists[0].shows["diagrams"] == ["bars", "ladder", "roles", "scale", "steps", "clock", "timeline"], (
        "cakes come last"
    )


def test_without_a_diagram_there_is_no_list_of_them(small, read):
    assert not [page for page in read(small).tree.pages if page.kind in ("diagram", "diagrams")]


def test_a_diagram_knows_the_guides_that_show_it_and_the_one_that_it_names(bread, read):
    for lang in ("id", "en"):
        path = bread / "content" / "guides" / "bread" / "selling-bread" / f"{lang}.md"
        path.write_text(path.read_text("utf-8") + "\n::diagram[steps]\n", "utf-8")
    pages = {page.key: page for page in read(bread).tree.pages if page.kind == "diagram"}
    assert pages["steps"].shows["guides"] == ("bread/selling-bread", "bread/first-loaf")
    assert pages["clock"].shows["guides"] == ()


def test_a_source_is_doubted_where_a_fact_of_it_is_weak(bread, read):
    pages = {page.key: page for page in read(bread).tree.pages if page.kind == "diagram"}
    doubts = {key: {each["key"]: each["doubt"] for each in page.shows["cited"]} for key, page in pages.items()}
    assert doubts["steps"] == {"oven-2-2024": False, "label-1-2025": True}
    assert doubts["clock"] == {"oven-1-2020": True}
    assert doubts["timeline"] == {"oven-1-2020": False}, "the law of an event is a source"


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        (500_000, ["Rp500,000"]),
        (1_500_000, ["Rp1,500,000", "Rp1.5 million"]),
        (2_000_000_000, ["Rp2,000,000,000", "Rp2 billion", "Rp2,000 million"]),
    ],
)
def test_an_amount_stands_in_a_fact_as_facts_write_it(amount, written):
    assert sorted(written_amount(amount)) == sorted(written)


def test_a_figure_is_not_found_within_another_one():
    figure = Figure((), "", ("Rp1 billion", "4 hours"))
    assert figure.stands_in("up to Rp1 billion.")
    assert figure.stands_in("within 4 hours, or 5")
    assert not figure.stands_in("Rp1 billions, 24 hours, 1.4 hours")


@pytest.mark.parametrize(("hours", "rings"), [(4, (4,)), (24, (24,)), (60, (24, 24, 12)), (72, (24, 24, 24))])
def test_a_day_is_a_ring(bread, read, hours, rings):
    run = read(bread).tree.site["diagram"]["clock"].runs[0].model_copy(update={"hours": hours})
    assert isinstance(run, Run)
    assert run.rings() == rings


def test_a_rung_is_as_high_as_its_place_or_as_its_level_says(bread, read):
    ladder = read(bread).tree.site["diagram"]["ladder"]
    assert [flight.levels() for flight in ladder.flights] == [(1, 2), (3,)]
    assert ladder.height == 3
