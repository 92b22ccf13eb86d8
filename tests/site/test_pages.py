"""What the pages of the built site show, all of them and each in its language; the rest the build checks itself."""

KINDS = {
    "chooser", "missing", "home", "topic", "guide", "quiz", "quizzes", "checklist", "checklists", "register",
    "regulation", "glossary", "a-z", "page", "search", "diagram", "diagrams",
    "certificate", "course", "courses", "exam", "exams", "learning", "paper", "review",
    "projector", "collector", "trainer", "changes", "dates", "help", "tool", "tools", "step", "assessment",
    "worksheet", "worksheets", "offline",
}  # fmt: skip


def test_every_kind_of_page_is_there(pages):
    assert {page.html["data-kind"] for page in pages.values()} == KINDS


def test_the_guides_say_the_same_in_both_languages(pages):
    """The same sections, tasks and questions under the same keys, and each page is in its own language."""
    found = {}
    for page in pages.values():
        kind, key, lang = (page.html[name] for name in ("data-kind", "data-key", "lang"))
        if kind in ("guide", "checklist", "quiz"):
            main = page.find("main")
            keys = [each["id"] for each in main.find_all(["h2", "h3", "h4"], id=True)]
            records = [each["data-record"] for each in main.find_all(attrs={"data-record": True})]
            right = [each["data-right"] for each in main.find_all("fieldset", attrs={"data-right": True})]
            found.setdefault((kind, key), {})[lang] = keys, records, right
    assert len(found) > 80
    for key, languages in found.items():
        assert languages["id"] == languages["en"], key


def test_what_is_for_editors_is_not_published(built):
    for path in built.rglob("*"):
        if path.suffix in (".html", ".xml"):
            text = path.read_text("utf-8")
            assert "url_candidate" not in text, path
            assert "Dated public note" not in text, path


def test_a_source_that_is_amended_names_what_amends_it(pages):
    page = pages["en/pse/what-is-a-pse/index.html"]
    source = next(each for each in page.find(class_="sources")("li") if "Permenkominfo 5/2020" in each.a.text)
    assert "Amended by Permenkominfo 10/2021." in " ".join(source.text.split())
    assert source.div.a["href"] == "../../regulations/permenkominfo-10-2021/"
