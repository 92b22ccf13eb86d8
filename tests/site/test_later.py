"""A day that has passed makes no law true by itself: an editor has to confirm that a rule has begun."""

import pytest
from bs4 import BeautifulSoup

pytestmark = pytest.mark.thorough

SAID = {
    "id": "Seharusnya berlaku 16 Januari 2027; belum kami pastikan",
    "en": "Was due on 16 January 2027; we have not yet confirmed it",
}


@pytest.mark.parametrize(("lang", "register"), [("id", "peraturan"), ("en", "regulations")])
def test_a_rule_that_was_to_begin_is_not_said_to_be_in_force(later, lang, register):
    law = (later / lang / register / "pp-33-2026" / "index.html").read_text("utf-8")
    home = (later / lang / "index.html").read_text("utf-8")
    for page in (law, home):
        assert SAID[lang] in " ".join(BeautifulSoup(page, "html.parser").get_text().split())
    assert "/pp-33-2026/" not in (later / lang / register / "feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("lang", "address", "place"),
    [
        ("id", "peraturan", "section[aria-labelledby=due] li"),
        ("en", "regulations", "section[aria-labelledby=due] li"),
        ("id", "peraturan/perubahan", "section[aria-labelledby=due] li"),
        ("en", "regulations/changes", "section[aria-labelledby=due] li"),
        ("id", "gambar/linimasa-aturan", ".timeline li[data-ahead]"),
        ("en", "pictures/timeline-of-rules", ".timeline li[data-ahead]"),
    ],
)
def test_wherever_its_state_is_said_it_was_due(later, lang, address, place):
    html = BeautifulSoup((later / lang / address / "index.html").read_text("utf-8"), "html.parser")
    found = html.select_one(place)
    assert "PP 33/2026" in found.text
    assert SAID[lang] in " ".join(found.text.split())
