"""The archive: whole, for a disk, the same bytes every time."""

import json
import os
import posixpath
import subprocess
import sys
import zipfile
from urllib.parse import unquote, urlsplit

import pytest

from tests.site.project import DAY, SMALL, copy_project
from tools.archive import archive, name_of
from tools.archive.files import ON_DISK
from tools.archive.packed import pack

ATTRIBUTES = ("href", "src")
SITE = "https://bread.example/"


def ways(page):
    """The addresses on a page that lead to a file."""
    for attribute in ATTRIBUTES:
        for each in page.find_all(attrs={attribute: True}):
            address = urlsplit(each[attribute])
            if not address.scheme and address.path:
                yield each, address


def test_every_link_leads_to_a_file_of_the_archive_and_to_a_place_that_is_there(archived, shown):
    lost = []
    for name, page in shown.items():
        for each, address in ways(page):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(address.path)))
            there = shown.get(target)
            if target not in archived or (address.fragment and there and not there.find(id=unquote(address.fragment))):
                lost.append((name, str(each)))
    assert lost == []


def test_no_page_is_left_out_but_the_one_that_only_a_host_shows(small_made, shown):
    assert {page.file for page in small_made.tree.pages} - shown.keys() == {"404.html"}


def test_what_only_a_host_reads_is_left_out_and_what_leads_there_leads_to_the_site(archived, shown):
    kept = {posixpath.splitext(name)[1] for name in archived}
    assert kept == {".html", ".css", ".js", ".svg", ".txt", ".png", ".avif", ".webp"}
    folders = {"index.html", "README.txt", "id", "en", "media", "theme", "search", "lessons"}
    assert {name.partition("/")[0] for name in archived} == folders
    assert not [each for page in shown.values() for each in page.find_all("link", rel="manifest")]
    feeds = {each["href"] for page in shown.values() for each in page.select("a[type='application/atom+xml']")}
    assert feeds >= {f"{SITE}en/feed.xml", f"{SITE}id/feed.xml"}
    assert all(each.startswith(SITE) for each in feeds)
    drawn = [name for name in archived if name.endswith(".png")]
    assert all("loaf" in name for name in drawn)  # previews are for social networks


def test_a_page_is_allowed_what_it_needs_on_a_disk_and_nothing_else(shown):
    for page in (page for page in shown.values() if "data-one-file" not in page.html.attrs):
        assert page.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"] == ON_DISK
        assert not page.find("style")
        assert not page.find(style=True)


def test_a_page_says_how_old_it_is_and_where_the_newest_stands(shown):
    notice = shown["en/bread/first-loaf/index.html"].select("footer p")[-1]
    assert notice.get_text() == (
        f"This is a copy of 26 November 2026. Rules change; what holds now stands here: {SITE}en/bread/first-loaf/"
    )
    assert notice.a["href"] == f"{SITE}en/bread/first-loaf/"


def test_what_needs_a_server_says_so_and_runs_no_script_that_would_ask_one(archived, shown):
    for name in ("en/projector/index.html", "en/my-learning/review/index.html"):
        assert not shown[name].find(attrs={"data-archived": True}).has_attr("hidden")
        script = posixpath.normpath(
            posixpath.join(posixpath.dirname(name), shown[name].find("script", src=True)["src"])
        )
        assert b"fetch(" not in archived[script]
    assert not shown["en/bread/first-loaf/index.html"].find(attrs={"data-archived": True})


def test_the_search_asks_the_index_of_its_language(archived, shown):
    for name, lang in (("en/search/index.html", "en"), ("id/cari/index.html", "id")):
        assert shown[name].find("site-search")["data-index"] == f"../../search/index.{lang}.js"
        script = archived[f"search/index.{lang}.js"].decode()
        data = json.loads(json.loads(script[script.index("JSON.parse(") + len("JSON.parse(") : script.rindex(")")]))
        addresses = [each[0] for each in data["documents"]]
        assert len(addresses) == len(set(addresses))
        assert all(each.partition("#")[0] in archived for each in addresses)
        assert len(data["terms"].split(" ")) == len(data["places"].split(" "))


def test_the_readme_says_in_every_language_how_to_open_it(archived):
    text = archived["README.txt"].decode()
    assert "Buka index.html" in text
    assert "Open index.html" in text
    assert text.count(SITE) == 2


def test_the_same_site_is_the_same_bytes_in_another_place_with_another_hash_seed(small_made, archived, tmp_path):
    pack(archived, tmp_path / "zip" / "here.zip")
    other = copy_project(tmp_path / "another", SMALL)
    (other / "output").symlink_to(small_made.folder)
    command = [sys.executable, "-c", f"from tools.archive import archive; raise SystemExit(archive({DAY!r}))"]
    environment = {**os.environ, "PYTHONHASHSEED": "4321", "TZ": "Pacific/Auckland", "PANDU_LANG": "en"}
    done = subprocess.run(command, cwd=other, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("archive/buku-roti-site.zip: ")
    assert (other / "archive" / "buku-roti-site.zip").read_bytes() == (tmp_path / "zip" / "here.zip").read_bytes()


def test_it_is_an_ordinary_zip_with_one_time_for_all(archived, small_made, tmp_path):
    path = tmp_path / f"{name_of(small_made)}.zip"
    pack(archived, path)
    with zipfile.ZipFile(path) as found:
        assert found.testzip() is None
        assert found.namelist() == sorted(archived)
        assert {each.date_time for each in found.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    ("site", "told"),
    [
        ((), "output/: no site; run python3 tasks.py build first\n"),
        (("index.html",), "output/: not the site of this content; run python3 tasks.py build\n"),
    ],
    ids=["nothing built", "another site built"],
)
def test_without_the_site_of_this_content_there_is_no_archive(small, site, told, capsys):
    for name in ("pelicanconf.py", "publishconf.py"):
        (small / name).write_text((SMALL.parents[1] / name).read_text("utf-8"), "utf-8")
    (small / "theme").symlink_to(SMALL.parents[1] / "theme")
    for name in site:
        (small / "output").mkdir()
        (small / "output" / name).write_text("<!doctype html>", "utf-8")
    assert archive(DAY, root=small) == 1
    assert capsys.readouterr().err == told
    assert not (small / "archive").exists()
