"""`links-external` asks a real server, politely, and tells at each link's place what came of it."""

import json
import re
import time
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from plugins.shared.problem import Problems
from tools.external import FILE, external
from tools.external.ask import Asker, written
from tools.external.found import addresses, links

GUIDE = "content/guides/bread/first-loaf/en.md"


class Web(ThreadingHTTPServer):
    """A server of somebody else, that remembers who asked for what, and when."""

    daemon_threads = True

    def __init__(self):
        self.asked: list[tuple[str, str]] = []
        self.moments: list[float] = []
        self.at_once = self.most_at_once = 0
        self.names: set[str] = set()
        super().__init__(("127.0.0.1", 0), Page)

    def address(self, path: str) -> str:
        return f"http://127.0.0.1:{self.server_port}{path}"


STATUS = {"/gone": 404, "/closed": 403, "/broken": 503, "/odd": 499}
LEADS = {
    "/moved": (301, "/good"),
    "/moved-twice": (301, "/moved"),
    "/moved-then-passing": (301, "/passing"),
    "/passing": (302, "/good"),
    "/to-gone": (308, "/gone"),
    "/circle": (302, "/circle"),
    "/out": (301, "ftp://a.example/"),
}


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        server = self.server
        server.asked.append((self.command, self.path))
        server.moments.append(time.monotonic())
        server.names.add(self.headers["User-Agent"])
        server.at_once += 1
        server.most_at_once = max(server.at_once, server.most_at_once)
        if self.path == "/slow":
            time.sleep(1)
        elif self.path == "/cut":
            self.close_connection = True
        else:
            self.answer(*LEADS.get(self.path, (STATUS.get(self.path, 200), "")))
        server.at_once -= 1

    def answer(self, status, location):
        self.send_response_only(405 if (self.command, self.path) == ("HEAD", "/no-head") else status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_):
        """The terminal is for what the test says."""


@pytest.fixture
def web():
    with Web() as web:
        thread = Thread(target=web.serve_forever, args=(0.02,))
        thread.start()
        yield web
        web.shutdown()
        thread.join()


@pytest.fixture
def project(small, monkeypatch):
    """The small site, without its one link to somebody else."""
    monkeypatch.setenv("PANDU_LANG", "en")
    path = small / "content" / "site.yaml"
    path.write_text(path.read_text("utf-8").replace("creativecommons.org", "licence.example"), "utf-8")
    return small


def add(project, *lines, name=GUIDE):
    """Write lines below a file; the number of the first."""
    path = project / name
    text = path.read_text("utf-8")
    path.write_text(text + "\n" + "\n".join(lines) + "\n", "utf-8")
    return text.count("\n") + 2


def run(project, capsys, **options):
    status = external(root=project, pause=0, **options)
    *lines, last = capsys.readouterr().out.splitlines()
    return status, lines, last


def test_each_kind_of_answer_is_told_at_its_link(project, capsys, web):
    paths = [
        "good",
        "no-head",
        "passing",
        "moved",
        "moved-twice",
        "gone",
        "to-gone",
        "closed",
        "broken",
        "circle",
        "cut",
    ]
    first = add(project, *(f"[{path}]({web.address('/' + path)}#part)\n" for path in paths))
    status, lines, last = run(project, capsys)
    told = {}
    for line in lines:
        place, url, what = re.fullmatch(r"(\S+: )http://[^/]+/(\S+) (.+)", line).groups()
        assert place == f"{GUIDE}:{first + 2 * paths.index(url)}:1: "
        told[url] = what
    assert told == {
        "moved": f"has moved for good; write {web.address('/good')}",
        "moved-twice": f"has moved for good; write {web.address('/good')}",
        "gone": "leads nowhere (404 Not Found); find where it stands now",
        "to-gone": "leads nowhere (404 Not Found); find where it stands now",
        "closed": "lets no program in (403 Forbidden); open it yourself",
        "broken": "gives no answer (503 Service Unavailable); ask again another day",
        "circle": "leads nowhere (it leads in a circle); find where it stands now",
        "cut": "gives no answer (Remote end closed connection without response); ask again another day",
    }
    assert (status, last) == (2, "links-external: 11 links, 11 addresses asked now, 8 to look at")


def test_what_only_moved_or_did_not_answer_is_no_failure(project, capsys, web):
    add(project, *(f"[{path}]({web.address('/' + path)})\n" for path in ("moved", "closed", "broken")))
    assert run(project, capsys)[0] == 0


def test_a_server_that_nobody_reaches_is_silent(project, capsys, web):
    port = web.server_port
    web.server_close()
    add(project, f"[x](http://127.0.0.1:{port}/x)")
    status, (line,), _ = run(project, capsys)
    assert status == 0
    assert "gives no answer (Connection re" in line  # refused, or reset where the system was still closing


def test_what_takes_too_long_is_not_waited_for(web):
    answer = Asker("me", 0, 0.2).ask(web.address("/slow"))
    assert (answer.kind, answer.detail) == ("silent", "timed out")


def test_an_address_that_passes_on_for_now_may_pass_on_elsewhere_tomorrow(web):
    asker = Asker("me", 0, 5)
    assert asker.ask(web.address("/passing")).kind == "good"
    assert asker.ask(web.address("/moved-then-passing")).detail == web.address("/passing")


def test_nothing_but_the_web_is_asked(web):
    assert Asker("me", 0, 5).ask(web.address("/out")).detail == "no address of the web"


def test_a_status_that_nobody_has_named_is_told_by_its_number(web):
    assert Asker("me", 0, 5).ask(web.address("/odd")).detail == "499"


# polite


def test_one_host_is_asked_one_thing_at_a_time_with_a_pause_by_who_says_so(project, capsys, web):
    add(project, *(f"[x]({web.address(f'/good?{number}')})\n" for number in range(4)))
    external(root=project, pause=0.1)
    assert web.most_at_once == 1
    assert min(after - before for before, after in zip(web.moments, web.moments[1:], strict=False)) >= 0.09
    (name,) = web.names
    assert re.fullmatch(r"\S.* link check \(\+https://.+; .+\)", name)


def test_a_head_costs_less_and_is_tried_first(project, capsys, web):
    add(project, f"[x]({web.address('/good')})\n", f"[y]({web.address('/no-head')})")
    run(project, capsys)
    assert web.asked == [("HEAD", "/good"), ("HEAD", "/no-head"), ("GET", "/no-head")]


def test_an_address_that_stands_twice_is_asked_once_and_told_twice(project, capsys, web):
    add(project, f"[x]({web.address('/gone#a')})\n", f"[y]({web.address('/gone#b')})")
    _, lines, _ = run(project, capsys)
    assert len(lines) == 2
    assert web.asked == [("HEAD", "/gone"), ("GET", "/gone")]


# what is known


def test_a_good_answer_is_kept_for_so_many_days_and_a_bad_one_asked_for_again(project, capsys, web):
    add(project, f"[x]({web.address('/moved')})\n", f"[y]({web.address('/gone')})")
    run(project, capsys)
    web.asked.clear()
    status, lines, last = run(project, capsys)
    assert {path for _, path in web.asked} == {"/gone"}
    assert (status, len(lines), last) == (2, 2, "links-external: 2 links, 1 addresses asked now, 2 to look at")
    path = project / FILE
    data = json.loads(path.read_text("utf-8"))
    data[web.address("/moved")]["day"] = (date.today() - timedelta(30)).isoformat()
    path.write_text(json.dumps(data), "utf-8")
    web.asked.clear()
    run(project, capsys)
    assert ("HEAD", "/moved") in web.asked
    web.asked.clear()
    run(project, capsys, days=0)
    assert ("HEAD", "/moved") in web.asked


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": {"day": "x", "kind": "good", "detail": ""}}'])
def test_what_was_kept_and_is_damaged_is_asked_for_again(project, capsys, web, text):
    add(project, f"[x]({web.address('/good')})")
    (project / FILE).parent.mkdir(parents=True)
    (project / FILE).write_text(text, "utf-8")
    assert run(project, capsys)[2] == "links-external: 1 links, 1 addresses asked now, 0 to look at"
    assert run(project, capsys)[2] == "links-external: 1 links, 0 addresses asked now, 0 to look at"


# which links


def test_links_stand_in_texts_and_in_every_value_of_yaml_with_their_places(project):
    first = add(project, "See [this](https://a.org/x) and <https://b.org>.")
    law = add(
        project,
        "url: https://c.org/law",
        "editors:",
        "  note: >-",
        "    See https://d.org/a, and more.",
        name="content/regulations/flour-1-2010.yaml",
    )
    found = [each for each in links(project, Problems()) if each.url.endswith((".org", ".org/x", "law", "/a"))]
    assert [(each.file.rpartition("/")[2], each.line, each.url) for each in found] == [
        ("en.md", first, "https://a.org/x"),
        ("en.md", first, "https://b.org"),
        ("flour-1-2010.yaml", law, "https://c.org/law"),
        ("flour-1-2010.yaml", law + 2, "https://d.org/a"),
    ]


@pytest.mark.parametrize(
    "text, found",
    [
        ("see https://a.org/b, or (https://c.org).", ["https://a.org/b", "https://c.org"]),
        ("https://a.org/x_(y) [b](https://c.org/d)", ["https://a.org/x_(y)", "https://c.org/d"]),
        ("https://a.org/2024/01/pojk-22-... and https://b.org/…", []),
        ("no address, ftp://a.org", []),
    ],
)
def test_an_address_in_a_sentence_ends_where_the_sentence_goes_on(text, found):
    assert list(addresses(text)) == found


def test_names_that_are_nobodys_are_not_asked(project, capsys):
    add(project, "[x](https://bread.example/a) [y](https://example.org) [z](https://localhost/)")
    assert run(project, capsys)[2] == "links-external: 0 links, 0 addresses asked now, 0 to look at"


def test_only_one_host_and_those_below_it_can_be_asked(project, capsys, web):
    add(project, f"[x]({web.address('/gone')})\n", "[y](https://pse.komdigi.go.id)")
    assert run(project, capsys, host="127.0.0.1")[2] == "links-external: 1 links, 1 addresses asked now, 1 to look at"
    assert external(host="o.id", root=project) == 1
    assert capsys.readouterr().err == "--host o.id: no link leads there\n"


def test_days_below_none_are_refused(project, capsys):
    assert external(days=-1, root=project) == 1
    assert capsys.readouterr().err == "--days -1: write how old an answer may be, like 30\n"


def test_an_address_is_asked_for_as_browsers_do():
    assert (
        written("https://a.org/peraturan usaha/é?q=é&b=%20#x")
        == "https://a.org/peraturan%20usaha/%C3%A9?q=%C3%A9&b=%20"
    )
    assert written("https://bücher.example/") == "https://xn--bcher-kva.example/"


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_asked(project, capsys, web):
    add(project, f"[x]({web.address('/good')})")
    add(project, "a: [", name="content/regulations/flour-1-2010.yaml")
    assert external(root=project, pause=0) == 0
    said = capsys.readouterr()
    assert "E104" in said.err
    assert "1 links, 1 addresses asked now" in said.out


def test_no_task_of_the_gate_asks_the_web():
    from tools import build

    assert [step.__module__ for step in build.STEPS if "external" in step.__module__] == []
