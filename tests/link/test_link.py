import pytest

from plugins.link import files
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
        ("loaf.png", Goal(picture="media/guides/bread/first-loaf/loaf.png")),
    ],
)
def test_a_link_leads_where_it_says(small, read, target, goal):
    path = small / PATH
    path.write_text(path.read_text("utf-8").replace("Leaven helps", f"[Leaven]({target}) helps"), "utf-8")
    found = read(small)
    assert found.told == []
    assert found.tree.meanings[PATH][1].goal == goal


def test_a_picture_stands_in_the_site_once_for_all_languages(small, read):
    data = (small / "content" / "guides" / "bread" / "first-loaf" / "loaf.png").read_bytes()
    assert files(read(small).tree.site) == {"media/guides/bread/first-loaf/loaf.png": data}


def test_a_picture_may_lie_anywhere_in_the_content(small, read):
    place = small / "content" / "guides" / "bread"
    (place / "first-loaf" / "loaf.png").rename(place / "selling-bread" / "loaf.png")
    for lang in ("id", "en"):
        path = place / "first-loaf" / f"{lang}.md"
        path.write_text(path.read_text("utf-8").replace("(loaf.png)", "(../selling-bread/loaf.png)"), "utf-8")
    told = read(small).told
    assert [line for line in told if "W201" not in line] == []  # the source's words changed, and that is all
