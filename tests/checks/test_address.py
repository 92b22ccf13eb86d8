"""Where an address leads that is written on a page, wherever on the web the site stands."""

import pytest

from tools.checks.address import Target, base_of, target

ROOT, KITCHEN = "https://bread.example", "https://bread.example/kitchen/"
HERE = "en/bread/first-loaf/index.html"


@pytest.mark.parametrize(
    "written, file, anchor",
    [
        ("", HERE, ""),
        ("#", HERE, ""),
        ("#oven", HERE, "oven"),
        ("?page=2#oven", HERE, "oven"),
        ("./", HERE, ""),
        (".", HERE, ""),
        ("..", "en/bread/index.html", ""),
        ("../", "en/bread/index.html", ""),
        ("../selling-bread/#label", "en/bread/selling-bread/index.html", "label"),
        ("../selling-bread", "en/bread/selling-bread", ""),
        ("../../../", "index.html", ""),
        ("../../../theme/style.css?v=1", "theme/style.css", ""),
        ("sour%20dough.png#%6Feven", "en/bread/first-loaf/sour dough.png", "oeven"),
        (" ../ ", "en/bread/index.html", ""),
        ("#oven:~:text=hot", HERE, "oven"),
    ],
)
@pytest.mark.parametrize("address", [ROOT, KITCHEN])
def test_a_way_leads_to_the_same_file_wherever_the_site_stands(written, file, anchor, address):
    assert target(written, HERE, base_of(address)) == Target(file, anchor)


@pytest.mark.parametrize(
    "written, file",
    [
        ("/kitchen/", "index.html"),
        ("/kitchen/en/", "en/index.html"),
        ("/kitchen", "index.html"),
        ("https://bread.example/kitchen/en/", "en/index.html"),
        ("https://bread.example/kitchen", "index.html"),
        ("/en/", "../en/index.html"),
        ("/kitchenette/", "../kitchenette/index.html"),
        ("../../../../garden/", "../garden/index.html"),
        ("../../../../../../garden/", "../garden/index.html"),  # browsers stop at the top
    ],
)
def test_what_lies_beside_the_site_is_outside_of_it(written, file):
    assert target(written, HERE, base_of(KITCHEN)) == Target(file)


@pytest.mark.parametrize(
    "written",
    [
        "https://bread.example/garden/",
        "https://bread.example/kitchenette/",
        "http://bread.example/kitchen/",
        "https://bread.example:8000/kitchen/",
        "https://cake.example/kitchen/",
        "//bread.example/kitchen/",
        "mailto:baker@bread.example",
        "data:image/png;base64,AAAA",
        "https://[bread.example/",
    ],
)
def test_other_sites_are_none_of_ours(written):
    assert target(written, HERE, base_of(KITCHEN)) is None


def test_a_target_is_told_as_an_address():
    assert [str(Target(*each)) for each in (("index.html",), ("en/index.html", "oven"), ("404.html",))] == [
        "/",
        "en/#oven",
        "404.html",
    ]
