"""What every page of the built site keeps to, whatever it shows."""

import posixpath
from collections import Counter
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

KINDS = {
    "chooser", "missing", "home", "topic", "guide", "quiz", "quizzes", "checklist", "checklists", "register",
    "regulation", "glossary", "a-z", "page",
}  # fmt: skip


def test_every_kind_of_page_is_there(pages):
    assert {page.html["data-kind"] for page in pages.values()} == KINDS


def test_every_page_is_html_without_a_parse_error(built):
    for path in sorted(built.rglob("*.html")):
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        parser.parse(path.read_text("utf-8"))
        assert parser.errors == [], path


def test_every_page_has_one_h1_and_headings_without_gaps(pages):
    for name, page in pages.items():
        levels = [int(each.name[1]) for each in page.find_all(["h1", "h2", "h3", "h4", "h5", "h6"])]
        assert levels.count(1) == 1, name
        assert all(below <= above + 1 for above, below in pairwise(levels)), (name, levels)


def test_ids_stand_once_a_page(pages):
    for name, page in pages.items():
        repeated = [key for key, count in Counter(each["id"] for each in page.find_all(id=True)).items() if count > 1]
        assert repeated == [], name


def test_every_input_has_a_label(pages):
    for name, page in pages.items():
        labelled = {label.get("for") for label in page.find_all("label")}
        for field in page.find_all(["input", "select", "textarea"]):
            assert field.get("id") in labelled or field.find_parent("label"), (name, field)


def targets(name, page):
    """The links, pictures, styles and scripts of a page, as paths of the site with their anchors."""
    base = posixpath.dirname(name)
    for element in page.find_all(["a", "link", "img", "script"]):
        address = element.get("href") or element.get("src")
        if address is None or urlsplit(address).scheme:
            continue
        path, _, anchor = address.partition("#")
        path = unquote(path)
        if path.startswith("/"):
            path = path[1:]
        elif path:
            path = posixpath.normpath(posixpath.join(base, path)) + ("/" if path.endswith("/") else "")
        yield element, path if path or address.startswith("/") else None, anchor


def file_of(address):
    address = "" if address in (".", "./") else address
    return address + "index.html" if address.endswith("/") or not address else address


def test_every_link_and_anchor_leads_somewhere(built, pages):
    ids = {name: {each["id"] for each in page.find_all(id=True)} for name, page in pages.items()}
    for name, page in pages.items():
        for element, path, anchor in targets(name, page):
            target = name if path is None else file_of(path)
            assert (built / target).is_file(), (name, str(element))
            assert not anchor or anchor in ids[target], (name, str(element))


def test_nothing_comes_from_elsewhere_and_nothing_runs_inline(pages):
    for name, page in pages.items():
        for element in page.find_all(["script", "img", "iframe", "source", "video", "audio", "object", "embed"]):
            assert not urlsplit(element.get("src", "")).netloc, (name, str(element))
        for link in page.find_all("link", rel="stylesheet"):
            assert not urlsplit(link["href"]).netloc, name
        assert not page.find_all(style=True), name
        assert not [script for script in page.find_all("script") if not script.get("src")], name
        assert not [each for each in page.find_all(True) if any(key.startswith("on") for key in each.attrs)], name
        policy = page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_twins_name_each_other_and_the_address_is_absolute(pages):
    alternates = {}
    for name, page in pages.items():
        if page.html["data-kind"] == "missing":
            continue
        canonical = page.find("link", rel="canonical")["href"]
        assert canonical == "https://pandu.example/" + name.removesuffix("index.html")
        alternates[canonical] = {each["hreflang"]: each["href"] for each in page.find_all("link", hreflang=True)}
    for canonical, twins in alternates.items():
        for href in twins.values():
            assert alternates[href] == twins, canonical


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_language_switch_leads_to_the_same_page(pages, lang):
    other = {"id": "en", "en": "id"}[lang]
    for name, page in pages.items():
        if page.html["lang"] != lang or page.html["data-kind"] in ("chooser", "missing"):
            continue
        switch = page.select_one(f"header a[hreflang={other}]")
        target = posixpath.normpath(posixpath.join(posixpath.dirname(name), switch["href"])) + "/index.html"
        assert pages[target].html["data-key"] == page.html["data-key"], name
        assert pages[target].html["lang"] == other


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
    assert len(found) == 3 + 2 + 3
    for key, languages in found.items():
        assert languages["id"] == languages["en"], key


def test_what_is_for_editors_is_not_published(built):
    for path in built.rglob("*"):
        if path.suffix in (".html", ".xml"):
            text = path.read_text("utf-8")
            assert "url_candidate" not in text, path
            assert "Dated public note" not in text, path
