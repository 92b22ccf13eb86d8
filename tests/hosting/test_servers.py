"""nginx and Caddy, set up by the examples, really say what the table says, and find the pages."""

import gzip
import os
from pathlib import PurePosixPath

import pytest
from pelican.settings import read_settings

from tests.hosting.conftest import program
from tests.site.project import ROOT
from tools.hosting.headers import NEVER, headers_of

LANGUAGES = read_settings(str(ROOT / "pelicanconf.py"))["LANGUAGES"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the servers are set up as on Linux")


def test_it_says_with_each_kind_of_file_in_each_folder_what_the_table_says(host, shown):
    files = [path.relative_to(shown).as_posix() for path in shown.rglob("*") if path.is_file()]
    kinds = {(file.split("/")[0], PurePosixPath(file).suffix): file for file in files if not file.startswith(".git")}
    assert len(kinds) > 20
    for file in kinds.values():
        answer, body = host.get("/" + file.removesuffix("index.html"))
        assert answer.status == 200, file
        assert {name: answer.getheader(name) for name in headers_of(file, LANGUAGES)} == headers_of(file, LANGUAGES)
        assert body == (shown / file).read_bytes()


def test_it_says_each_header_once(host):
    answer, _ = host.get("/id/")
    names = [name.lower() for name, _ in answer.getheaders()]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize("path", ["/nowhere/", "/id/nowhere", "/theme/gone.0123456789.js", "/.git/config"])
def test_what_is_not_there_is_told_on_the_site_s_own_page_which_nobody_keeps(host, shown, path):
    answer, body = host.get(path)
    assert (answer.status, body) == (404, (shown / "404.html").read_bytes())
    wanted = headers_of("404.html", LANGUAGES)
    assert wanted["Cache-Control"] == NEVER
    assert {name: answer.getheader(name) for name in wanted} == wanted


def test_an_address_without_its_slash_leads_to_the_one_with_it(host):
    answer, _ = host.get("/id")
    assert answer.status in (301, 308)
    assert answer.getheader("Location") == "/id/"


def test_what_has_not_changed_is_not_sent_again(host):
    answer, _ = host.get("/id/")
    again, body = host.get("/id/", **{"If-None-Match": answer.getheader("ETag")})
    assert (again.status, body) == (304, b"")


def test_what_was_compressed_beforehand_is_sent_as_it_is(host, shown):
    small = gzip.compress((shown / "en" / "index.html").read_bytes(), 9)
    (shown / "en" / "index.html.gz").write_bytes(small)
    answer, body = host.get("/en/", **{"Accept-Encoding": "gzip"})
    assert (answer.getheader("Content-Encoding"), body) == ("gzip", small)
    assert answer.getheader("Content-Type") == "text/html; charset=utf-8"
    assert answer.getheader("Vary") == "Accept-Encoding"


def test_a_style_is_compressed_on_the_way_where_nobody_did_it_before(host, shown):
    style = next((shown / "theme").glob("*.css"))
    answer, body = host.get(f"/theme/{style.name}", **{"Accept-Encoding": "gzip"})
    assert answer.getheader("Content-Encoding") == "gzip"
    assert gzip.decompress(body) == style.read_bytes()


def test_who_asks_for_a_server_that_is_not_there_is_told_how_to_get_it(monkeypatch):
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PANDU_NGINX", "1")
    with pytest.raises(pytest.fail.Exception, match="PANDU_NGINX asks for nginx, and there is none; get it with"):
        program("nginx")
    monkeypatch.setenv("PANDU_NGINX", "")
    with pytest.raises(pytest.skip.Exception):
        program("nginx")
