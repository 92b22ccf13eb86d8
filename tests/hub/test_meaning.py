"""What a page is, for machines: valid in the words of schema.org, and the same as what readers see."""

import json

import pytest

from plugins.hub.meaning import meaning

# of https://schema.org, what we use: the properties that each type has, its own and those of the types above it
OF_ANY_WORK = {"name", "url", "inLanguage", "license", "datePublished", "dateModified"}
PROPERTIES = {
    "LearningResource": OF_ANY_WORK | {"educationalLevel"},
    "Quiz": OF_ANY_WORK,
    "WebSite": OF_ANY_WORK,
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}


@pytest.fixture
def said(small, read):
    """What is said of a page, by its kind and key, in English."""
    tree = read(small).tree

    def said(kind, key):
        page = tree.pages.find(kind, key, "en")
        text = meaning(page, tree.pages, tree.site, lambda address: f"https://bread.example/{address}")
        return json.loads(text)["@graph"] if text else []

    return said


def things(graph):
    for each in graph:
        yield each
        yield from things(each.get("itemListElement", ()))


@pytest.mark.parametrize(
    ("kind", "key", "types"),
    [
        ("guide", "bread/first-loaf", ["LearningResource", "BreadcrumbList"]),
        ("quiz", "bread/first-loaf", ["Quiz", "BreadcrumbList"]),
        ("checklist", "before-opening", ["LearningResource", "BreadcrumbList"]),
        ("regulation", "oven-1-2020", ["BreadcrumbList"]),
        ("home", "home", ["WebSite"]),
        ("glossary", "glossary", []),
        ("search", "search", []),
    ],
)
def test_each_kind_of_page_is_of_its_type_and_has_only_properties_of_it(said, kind, key, types):
    graph = said(kind, key)
    assert [each["@type"] for each in graph] == types
    for each in things(graph):
        assert set(each) - {"@type"} <= PROPERTIES[each["@type"]]


def test_a_guide_says_its_name_language_days_level_and_licence(said):
    guide, _ = said("guide", "bread/first-loaf")
    assert guide["name"] == "Your first loaf"
    assert guide["url"] == "https://bread.example/en/bread/first-loaf/"
    assert (guide["inLanguage"], guide["educationalLevel"]) == ("en", "basic")
    assert (guide["datePublished"], guide["dateModified"]) == ("2026-10-01", "2026-11-01")
    assert guide["license"].startswith("https://")


def test_the_breadcrumbs_lead_from_the_home_page_to_the_page(said):
    _, crumbs = said("guide", "bread/first-loaf")
    assert [each["position"] for each in crumbs["itemListElement"]] == [1, 2, 3]
    assert [each["item"].removeprefix("https://bread.example/") for each in crumbs["itemListElement"]] == [
        "en/",
        "en/bread/",
        "en/bread/first-loaf/",
    ]


def test_no_title_ends_the_element(small, read):
    for name in ("id", "en"):
        path = small / "content" / "guides" / "bread" / "first-loaf" / f"{name}.md"
        text = path.read_text("utf-8")
        title = next(line for line in text.splitlines() if line.startswith("title:"))
        path.write_text(text.replace(title, 'title: "A </script> loaf"'), "utf-8")
    tree = read(small).tree
    page = tree.pages.find("guide", "bread/first-loaf", "en")
    text = meaning(page, tree.pages, tree.site, lambda address: address)
    assert "<" not in text
    assert json.loads(text)["@graph"][0]["name"] == "A </script> loaf"
