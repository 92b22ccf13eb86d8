import pytest

from plugins.shared.site import Goal

PATH = "content/guides/bread/first-loaf/en.md"


@pytest.mark.parametrize(
    ("target", "goal"),
    [
        ("https://bread.example/a?b=c#d", Goal(web="https://bread.example/a?b=c#d")),
        ("mailto:baker@bread.example", Goal(web="mailto:baker@bread.example")),
        ("tel:+6221", Goal(web="tel:+6221")),
        ("#oven", Goal(section="oven", lang="en")),
        ("en.md#oven", Goal("guide", "bread/first-loaf", "oven", "en")),
        ("../selling-bread/en.md", Goal("guide", "bread/selling-bread", "", "en")),
        ("../selling%2Dbread/en.md#label", Goal("guide", "bread/selling-bread", "label", "en")),
        ("./../selling-bread/./en.md", Goal("guide", "bread/selling-bread", "", "en")),
        ("../../../pages/about/en.md", Goal("page", "about", "", "en")),
        ("../../../checklists/before-opening/en.md", Goal("checklist", "before-opening", "", "en")),
    ],
)
def test_a_link_leads_where_it_says(small, read, target, goal):
    path = small / PATH
    path.write_text(path.read_text("utf-8").replace("Leaven helps", f"[Leaven]({target}) helps"), "utf-8")
    found = read(small)
    assert [line for line in found.told if " W203 " not in line] == []  # the link stands in one language only
    assert found.tree.meanings[PATH][1].goal == goal


def test_a_link_to_a_picture_leads_to_what_every_browser_shows(small, read):
    path = small / PATH
    path.write_text(path.read_text("utf-8").replace("Leaven helps", "[Leaven](loaf.png) helps"), "utf-8")
    found = read(small)
    picture = found.tree.site["picture"]["content/guides/bread/first-loaf/loaf.png"]
    assert found.tree.meanings[PATH][1].goal == Goal(picture=picture.address)
    assert picture.address.endswith(".png")
