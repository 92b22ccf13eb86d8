from plugins.glossary import phrases
from plugins.shared.site import Goal


def test_a_term_and_its_abbreviations_lead_to_its_entry(small, read):
    site = read(small).tree.site
    assert phrases(site, "en") == {key: Goal("glossary", "glossary", "leaven") for key in ("leaven", "LVN")}
    assert phrases(site, "id") == {key: Goal("glossary", "glossary", "leaven") for key in ("ragi alami", "LVN")}


def test_an_everyday_word_is_not_linked(small, read):
    path = small / "content" / "glossary.yaml"
    assert "crumb" not in phrases(read(small).tree.site, "en")
    path.write_text(path.read_text("utf-8").replace("auto_link: false", "auto_link: true"), "utf-8")
    assert phrases(read(small).tree.site, "en")["crumb"] == Goal("glossary", "glossary", "crumb")


def test_what_a_term_adds_in_brackets_is_not_looked_for(small, read):
    path = small / "content" / "glossary.yaml"
    path.write_text(path.read_text("utf-8").replace("en: leaven\n", "en: Leaven (sourdough)\n"), "utf-8")
    assert set(phrases(read(small).tree.site, "en")) == {"Leaven", "LVN"}


def test_the_first_entry_of_a_phrase_wins(small, read):
    path = small / "content" / "glossary.yaml"
    text = path.read_text("utf-8").replace("auto_link: false", "auto_link: true").replace("en: crumb\n", "en: leaven\n")
    path.write_text(text, "utf-8")
    assert phrases(read(small).tree.site, "en")["leaven"].section == "leaven"


def test_the_page_lists_the_terms_of_its_language_by_alphabet(small, read):
    pages = read(small).tree.pages
    terms = {page.lang: [term.key for term in page.shows["terms"]] for page in pages if page.kind == "glossary"}
    assert terms == {"id": ["leaven", "crumb"], "en": ["crumb", "leaven"]}
