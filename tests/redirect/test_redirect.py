"""A small site that has moved: slugs changed, things renamed and retired; every old address leads somewhere."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from tests.conftest import ROOT
from tests.site.project import build, copy_project

ADDRESSES = """\
# what was published before
addresses:
  en/bread/loaf/: guide/bread/loaf
  id/daftar-periksa/lama/: checklist/opening
  id/daftar-periksa/lama/lama.ics: checklist/opening
  id/daftar-periksa/menutup/: checklist/closing
  id/feed-lama.xml: home/home
  id/kuis/roti/lama/: quiz/bread/loaf
  id/kuis/roti/lama/cetak/: paper/quiz/bread/loaf
  id/kuis/roti/rai/cetak/: paper/quiz/bread/rye
  id/roti/lama/: guide/bread/loaf
  id/roti/pertama/: guide/bread/first-loaf
  id/roti/rai/: guide/bread/rye
  id/roti/roti-pertama/: guide/bread/first-loaf
"""
REDIRECTS = """\
keys:
  guide:
    bread/loaf: bread/old-loaf
    bread/old-loaf: bread/first-loaf
  checklist:
    opening: before-opening
retired:
  guide/bread/rye:
    to: guide/bread/loaf
  checklist/closing:
    because: {id: Daftar itu tidak dipakai lagi., en: That list is not used any more.}
"""
MOVED = {
    "en/bread/loaf/": "en/bread/first-loaf/",
    "id/daftar-periksa/lama/": "id/daftar-periksa/sebelum-buka/",
    "id/kuis/roti/lama/": "id/kuis/roti/roti-pertama/",
    "id/kuis/roti/lama/cetak/": "id/kuis/roti/roti-pertama/cetak/",
    "id/kuis/roti/rai/cetak/": "id/kuis/roti/roti-pertama/cetak/",
    "id/roti/lama/": "id/roti/roti-pertama/",
    "id/roti/pertama/": "id/roti/roti-pertama/",
    "id/roti/rai/": "id/roti/roti-pertama/",
}


def page(site, address):
    return BeautifulSoup((site / address / "index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Built in a folder of its host, with dates in its checklist."""
    project = copy_project(tmp_path_factory.mktemp("moved") / "project", ROOT / "tests" / "small")
    (project / "content" / "addresses.yaml").write_text(ADDRESSES, "utf-8")
    (project / "content" / "redirects.yaml").write_text(REDIRECTS, "utf-8")
    for name in ("id", "en"):
        path = project / "content" / "checklists" / "before-opening" / f"{name}.md"
        path.write_text(path.read_text("utf-8").replace("audience:", "due: {weigh: yearly 03-31}\naudience:"), "utf-8")
    build(project, PANDU_SITEURL="https://host.example/bread")
    return project / "output"


@pytest.mark.parametrize(("old", "new"), MOVED.items())
def test_an_old_address_leads_on_at_once_without_script(site, old, new):
    found = page(site, old)
    way = found.a["href"]
    assert found.find("meta", {"http-equiv": "refresh"})["content"] == f"0; url={way}"
    assert way.startswith("../")
    assert (site / old / way).resolve() == (site / new).resolve()
    assert found.find("link", rel="canonical")["href"] == f"https://host.example/bread/{new}"
    assert found.html["lang"] == old[:2]
    assert found.script is None


def test_what_is_gone_says_why_in_the_language_of_its_address(site):
    found = page(site, "id/daftar-periksa/menutup/")
    assert found.h1.text == "Halaman ini sudah tidak ada"
    assert "Daftar itu tidak dipakai lagi." in found.main.text
    assert found.find("meta", {"http-equiv": "refresh"}) is None


def test_a_host_that_reads_redirects_is_told_from_its_own_top(site):
    lines = (site / "_redirects").read_text("utf-8").splitlines()
    assert lines == [f"/bread/{old} /bread/{new} 301" for old, new in sorted(MOVED.items())]


def test_a_file_that_programs_ask_for_stands_at_its_old_address_too(site):
    new = (site / "id/daftar-periksa/sebelum-buka/sebelum-buka.ics").read_bytes()
    assert (site / "id/daftar-periksa/lama/lama.ics").read_bytes() == new
    assert (site / "id/feed-lama.xml").read_bytes() == (site / "id/feed.xml").read_bytes()


def test_no_machine_is_sent_to_an_old_address(site):
    for name in ("sitemap.xml", "id/feed.xml", "en/feed.xml"):
        assert not [old for old in MOVED if f"/{old}<" in (site / name).read_text("utf-8")]
    for old in (*MOVED, "id/daftar-periksa/menutup/"):
        assert page(site, old).find("meta", {"name": "robots"})["content"] == "noindex"


def test_a_site_without_a_list_has_neither_pages_that_lead_on_nor_a_file_for_hosts(small, read):
    pages = read(small).tree.pages
    assert {page.kind for page in pages}.isdisjoint({"redirect", "gone"})


def test_a_guide_that_can_t_be_read_is_told_and_its_addresses_are_not(small, read):
    (small / "content" / "addresses.yaml").write_text("addresses:\n  id/roti/roti-pertama/: guide/bread/first-loaf\n")
    path = small / "content" / "guides" / "bread" / "first-loaf" / "id.md"
    path.write_text(path.read_text("utf-8").replace("slug:", "slog:"), "utf-8")
    assert [line for line in read(small).told if "addresses.yaml" in line and "E172" in line] == []


def test_a_guide_of_today_may_wait_to_be_listed(small, read):
    tree = read(small).tree
    listed = [
        f"  {page.address}: {page.kind}/{page.key}\n" for page in tree.pages if page.address not in ("", "404.html")
    ]
    young = [line for line in listed if "first-loaf" not in line]
    (small / "content" / "addresses.yaml").write_text(f"addresses:\n{''.join(young)}", "utf-8")
    (published,) = {page.published for page in tree.pages if page.key == "bread/first-loaf" and page.published}
    assert [line for line in read(small, published).told if "W240" in line] == []
    assert [line for line in read(small, published + timedelta(1)).told if "W240" in line] != []
