"""The lists of what can be saved: which files, by which hashes, how many bytes; and that nothing changes by itself."""

import hashlib
import json
import re

import pytest

from tests.site.project import ROOT, build, copy_project, files
from tools.offline import INDEX, WORKER
from tools.offline.sets import NAMED


@pytest.fixture(scope="module")
def site(project):
    return files(project / "output")


def lists(site):
    """By the name of each set, its entries by their addresses."""
    index = json.loads(site[INDEX])
    return {
        name: {each[0]: each[1:] for each in json.loads(site[known["list"]])["files"]} for name, known in index.items()
    }


def file_of(address):
    return f"{address}index.html" if address.endswith("/") or not address else address


def test_everything_in_each_language_and_each_course_can_be_saved(site):
    assert list(json.loads(site[INDEX])) == ["everything.id", "everything.en", "course/bread.id", "course/bread.en"]


def test_every_file_of_a_list_is_there_with_its_hash_or_named_by_it(site):
    for name, entries in lists(site).items():
        for address, (weight, *told) in entries.items():
            data = site[file_of(address)]
            named = NAMED.search(f"/{address}")
            assert told == ([] if named else [hashlib.sha256(data).hexdigest()[:10]]), (name, address)
            assert 0 < weight <= len(data)


def test_a_list_is_named_by_its_content_and_told_with_its_bytes(site):
    for name, known in json.loads(site[INDEX]).items():
        data = site[known["list"]]
        assert known["list"] == f"offline/{name}.{hashlib.sha256(data).hexdigest()[:10]}.json"
        assert known["bytes"] == sum(each[1] for each in json.loads(data)["files"])


def test_a_course_is_its_lessons_what_they_lead_to_and_what_these_need(site):
    entries = lists(site)["course/bread.en"]
    pages = {each for each in entries if each.endswith("/")}
    wanted = {"en/courses/bread-course/", "en/bread/first-loaf/", "en/quiz/bread/first-loaf/"}
    wanted |= {"en/checklists/before-opening/", "en/tools/when-to-sweep/", "en/glossary/"}
    assert pages == wanted
    for address in pages:
        html = site[file_of(address)].decode()
        needed = set(re.findall(r'(?:href|src)="[./]*/(theme/[^"]+\.(?:css|js|svg))"', html))
        assert needed <= set(entries), address


def test_a_picture_of_a_guide_is_saved_as_every_browser_shows_it(site):
    html = site["en/bread/first-loaf/index.html"].decode()
    shown = re.search(r'<img[^>]*\ssrc="([^"]+)"', html)[1].rpartition("/")[2]
    saved = [each for each in lists(site)["course/bread.en"] if each.endswith((".png", ".webp", ".avif"))]
    assert [each.rpartition("/")[2] for each in saved] == [shown]


def test_everything_is_every_page_of_the_language_but_those_that_a_script_makes_needless(site):
    entries = lists(site)["everything.id"]
    html = {file: data.decode() for file, data in site.items() if file.endswith("index.html")}
    own = {file for file, text in html.items() if '<html lang="id"' in text and 'data-kind="step"' not in text}
    assert {file_of(each) for each in entries if file_of(each).endswith(".html")} == own


def test_the_search_comes_with_everything_in_its_language_alone(site):
    found = lists(site)
    index = {each for each in found["everything.en"] if each.startswith("pagefind/")}
    every = {each for each in site if each.startswith("pagefind/")}
    assert {"pagefind/pagefind.js", "pagefind/pagefind-worker.js", "pagefind/wasm.en.pagefind"} <= index
    assert every - index == {each for each in every if re.search(r"[./]id[_.]", each)}
    assert not [each for each in found["course/bread.en"] if each.startswith("pagefind/")]


def test_pages_tell_what_is_in_the_lists(site):
    index = json.loads(site[INDEX])
    for lang, address in (("id", "id/luring/"), ("en", "en/offline/")):
        told = dict(re.findall(r'data-set="([^"]+)" data-bytes="(\d+)"', site[file_of(address)].decode()))
        assert set(told) == {"everything.id", "everything.en", f"course/bread.{lang}"}
        assert all(abs(int(size) - index[name]["bytes"]) <= 600 for name, size in told.items())


def test_an_unchanged_site_has_the_same_lists_and_the_same_worker(project, site, tmp_path):
    again = copy_project(tmp_path / "project", project)
    build(again)
    assert files(again / "output") == site


def test_another_guide_changes_the_lists_of_its_language_and_nothing_else_of_them(site, changed):
    before, after = lists(site), lists(files(changed / "output"))
    assert files(changed / "output")[WORKER] == site[WORKER]
    for name in ("everything.id", "course/bread.id"):
        assert before[name].keys() == after[name].keys()
        other = [each for each in before[name] if before[name][each] != after[name][each]]
        assert set(other) <= {"pagefind/pagefind-entry.json"}
    assert before["course/bread.en"] == after["course/bread.en"]
    fresh = [each for each, known in after["everything.en"].items() if before["everything.en"].get(each) != known]
    assert [each for each in fresh if not each.startswith("pagefind/")] == ["en/bread/selling-bread/"]


def test_what_is_not_published_has_no_worker(project, tmp_path):
    shown = copy_project(tmp_path / "project", project)
    build(shown, settings="pelicanconf.py")
    site = files(shown / "output")
    assert WORKER not in site
    assert not [each for each in site if each.startswith("offline")]
    scripts = [data for file, data in site.items() if file.startswith("theme/pandu") and file.endswith(".js")]
    assert scripts
    assert not [each for each in scripts if b"sw.js" in each]


def test_the_worker_and_the_lists_know_the_same_names():
    assert f"/{NAMED.pattern}/;" in (ROOT / "theme" / "worker" / "worker.js").read_text("utf-8")
