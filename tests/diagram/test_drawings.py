"""What readers get: text in reading order, numbers in their language, marks on weak evidence, style on demand."""

import re
from pathlib import Path

import pytest

from plugins.search.documents import documents
from plugins.search.model import Also
from plugins.search.synonyms import synonyms

ROOT = Path(__file__).parents[2]
PAGES = {
    "steps": ("id/gambar/jalan", "en/pictures/path"),
    "scale": ("id/gambar/ukuran", "en/pictures/sizes"),
    "timeline": ("id/gambar/linimasa", "en/pictures/timeline"),
    "bars": ("id/gambar/batang", "en/pictures/bars"),
    "ladder": ("id/gambar/tangga", "en/pictures/ladder"),
    "clock": ("id/gambar/jam", "en/pictures/clock"),
    "roles": ("id/gambar/peran", "en/pictures/roles"),
}


def words(element):
    return " ".join(element.get_text(" ").split())


def styles(page):
    return [link["href"].rsplit("/", 1)[-1].split(".")[0] for link in page.head.find_all("link", rel="stylesheet")]


@pytest.mark.parametrize("address", [each for pair in PAGES.values() for each in pair])
def test_a_figure_says_its_message_and_what_is_only_drawn_is_hidden(page, address):
    figure = page(address).find("figure", class_="diagram")
    assert words(figure.figcaption)
    for drawing in figure.find_all("svg"):
        hidden = [drawing, *drawing.parents]
        assert any(each.get("aria-hidden") == "true" for each in hidden)
        assert drawing.get_text().strip() == "", "a text in a drawing does not wrap"
    assert not figure.find_all(style=True)
    assert not figure.find_all(id=True), "a diagram may stand on a page twice, whole and in a guide"


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("id/gambar/ukuran", ["sampai Rp1,5 juta", "lebih dari Rp1,5 juta sampai Rp750 juta"]),
        ("en/pictures/sizes", ["up to IDR 1.5 million", "more than IDR 1.5 million, up to IDR 750 million"]),
    ],
)
def test_amounts_are_written_in_the_language_of_the_page(page, address, said):
    assert [words(each) for each in page(address).select(".scale li span")] == said


def test_values_are_bars_to_one_scale_and_what_may_be_of_a_range_is_paler(page):
    chart = page("en/pictures/bars").select_one(".scale")
    assert [words(each) for each in chart.select("li p")] == ["At the market 20%", "At home 5–10%"]
    assert [(each.get("x"), each["width"], each.get("fill-opacity")) for each in chart.select("rect")] == [
        (None, "100%", None),
        (None, "25%", None),
        ("25%", "25%", ".4"),
    ]
    assert words(chart.p) == "Bread that is thrown away check the official text"


def test_the_bars_are_drawn_to_one_scale(page):
    bars = page("en/pictures/sizes").select(".scale rect")
    assert [(each["x"], each["width"]) for each in bars] == [("0%", "0.2%"), ("0.2%", "99.8%")]


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("id/gambar/jam", ["2×24 jam (48 jam)", "30 jam"]),
        ("en/pictures/clock", ["2×24 hours (48 hours)", "30 hours"]),
    ],
)
def test_full_days_are_written_as_the_law_writes_them(page, address, said):
    assert [words(each) for each in page(address).select(".clock__hours")] == said


def test_rings_are_filled_by_the_hour(page):
    runs = page("en/pictures/clock").select(".clock > li")
    drawn = [[each["stroke-dasharray"] for each in run.select(".clock__run")] for run in runs]
    assert drawn == [["24 24", "24 24"], ["24 24", "6 24"]]


def test_a_path_says_what_ends_it_before_it_goes_on(page):
    steps = page("en/pictures/path").select(".path > li")
    assert words(steps[0]).startswith("Has the oven been swept? No Its label names dust.")
    assert words(steps[0]).endswith("Yes")


def test_weak_evidence_is_marked_by_the_tag_of_the_fact(page):
    steps = page("en/pictures/path")
    assert [words(each) for each in steps.select(".path .mark")] == ["check the official text"]
    assert [words(each) for each in steps.select(".diagram__open")] == ["our advice"]
    timeline = page("en/pictures/timeline")
    marked = timeline.select(".timeline .diagram__open")
    assert [words(each) for each in marked] == ["Open question"]
    assert "Is a cake a bread?" in words(marked[0].parent)


def test_a_law_on_a_timeline_has_the_day_and_the_relations_of_the_register(page):
    first, second = page("en/pictures/timeline").select(".timeline > li")
    assert first.time["datetime"] == "2020-05-01"
    assert words(first) == "1 May 2020 Ovens get a rule. Oven 1/2020"
    assert first.a["href"].endswith("/regulations/oven-1-2020/")
    assert second.time["datetime"] == "2021-05-04"


def test_a_rung_that_begins_higher_up_is_drawn_as_high(page):
    rungs = page("en/pictures/ladder").select(".ladder li")
    assert [each["data-level"] for each in rungs] == ["1", "2", "3"]
    assert [len(each.select("rect:not(.ladder__above)")) for each in rungs] == [1, 2, 3]


def test_a_relation_is_read_as_who_to_whom(page):
    relation = page("en/pictures/roles").select_one(".roles__relations li")
    assert relation.find(role="img")["aria-label"] == "to"
    assert words(relation) == "The buyer → The baker reads the label check the official text"
    assert (relation["data-left"], relation["data-right"], "data-back" in relation.attrs) == ("1", "2", True)


def test_only_pages_that_show_a_diagram_load_its_style(page):
    assert styles(page("en/bread/selling-bread")) == ["diagram"]
    assert styles(page("en/pictures/ladder")) == ["diagram"]
    assert styles(page("en/bread/first-loaf")) == []
    assert styles(page("en/pictures")) == []


def test_the_search_finds_a_diagram_on_its_own_page_and_not_in_a_guide(page, bread, read):
    for lang in ("id", "en"):
        path = bread / "content" / "guides" / "bread" / "selling-bread" / f"{lang}.md"
        path.write_text(path.read_text("utf-8") + "\n::diagram[ladder]\n", "utf-8")
    tree = read(bread).tree
    told = {}
    for kind, key in (("guide", "bread/selling-bread"), ("diagram", "ladder"), ("topic", "bread")):
        there = tree.pages.find(kind, key, "en")
        html = str(page(there.address.rstrip("/")))
        told[kind] = "".join(text for _, text in documents(there, html, synonyms(tree.site), Also()))
    assert "Sweep again" in told["diagram"]
    assert "Sweep again" not in told["guide"]
    assert "The dirtier, the worse" not in told["topic"]


def test_in_a_guide_a_diagram_leads_to_its_page_and_names_its_sources(page):
    figure = page("en/bread/selling-bread").find("figure", class_="diagram")
    assert figure.find(class_="diagram__title").a["href"] == "../../pictures/ladder/"
    assert words(figure.find(class_="diagram__sources")) == "Sources: Oven 2/2024"


def test_a_diagram_stands_on_its_topic_and_in_the_a_to_z(page):
    section = page("en/bread").find("section", attrs={"aria-labelledby": "pictures"})
    assert "The dirtier, the worse" in words(section)
    assert "Ovens over the years" not in words(section), "that one belongs to cakes"
    entry = page("en/a-z").find("a", string="The dirtier, the worse").parent
    assert words(entry) == "The dirtier, the worse Picture"


def test_the_style_knows_every_class_of_the_drawings(page):
    css = (ROOT / "theme" / "static" / "css" / "diagram.css").read_text("utf-8")
    known = set(re.findall(r"\.([a-z]+(?:__[a-z]+)?)", css)) | {"mark", "status"}
    for address in (each for pair in PAGES.values() for each in pair):
        figure = page(address).find("figure", class_="diagram")
        used = {name for each in figure.find_all(class_=True) for name in each["class"]}
        assert used <= known, address
