"""Serving while writing: a real server, real edits, and what a browser would get."""

import http.client
import json
import os
import queue
import signal
import socket
import threading
import time

import pytest

PATIENCE = 60
SERVE = "import sys; from pathlib import Path; from tools.serve import serve; sys.exit(serve(port={}, root=Path.cwd()))"
PROBLEM = "content/words.txt:1:1: E000 no such word <b>"


class Serving:
    """A running server, the lines it prints, and a browser's view of it."""

    def __init__(self, project, port=0):
        self.process = project.start("-u", "-c", SERVE.format(port))
        self.lines = queue.Queue()
        streams = (self.process.stdout, self.process.stderr)
        self.readers = [threading.Thread(target=self._read, args=(stream,)) for stream in streams]
        for reader in self.readers:
            reader.start()
        self.first = self.said("http://")
        self.port = int(self.first.rstrip("/").rpartition(":")[2])
        self.open = []

    def _read(self, stream):
        with stream:
            for line in stream:
                self.lines.put(line.rstrip("\n"))

    def said(self, part):
        """The next printed line that holds `part`."""
        while part not in (line := self.lines.get(timeout=PATIENCE)):
            pass
        return line

    def built(self):
        """Wait until one more build is over."""
        self.said(".pandu/site/: ")

    def ready(self):
        """Wait until the first build is over and the browser is told so."""
        while not next(self.events())["tried"]:
            time.sleep(0.02)

    def get(self, path):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", path)
        response = connection.getresponse()
        response.body = response.read().decode()
        connection.close()
        return response

    def head(self, path):
        """All that comes for a HEAD, which http.client would stop reading at the end of the headers."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as connection:
            connection.sendall(f"HEAD {path} HTTP/1.0\r\n\r\n".encode())
            return connection.makefile("rb").read().decode()

    def events(self):
        """The states that the page is told, from the present one on."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", "/_live/events")
        response = connection.getresponse()
        self.open += [response, connection]
        assert response.headers["Content-Type"] == "text/event-stream; charset=utf-8"
        for line in response:
            if line.startswith(b"data: "):
                yield json.loads(line.removeprefix(b"data: "))

    def end(self):
        self.process.terminate()
        self.process.wait(PATIENCE)
        for reader in self.readers:
            reader.join()
        for each in self.open:
            each.close()


@pytest.fixture
def serving():
    started = []

    def start(project, **given):
        started.append(Serving(project, **given))
        return started[-1]

    yield start
    for each in started:
        each.end()


def test_an_edit_brings_a_new_page_and_tells_the_old_one(project, serving):
    server = serving(project)
    server.ready()
    page = server.get("/id/")
    assert page.status == 200
    assert page.headers["Content-Type"] == "text/html; charset=utf-8"
    assert "first" in page.body
    events = server.events()
    before = next(events)
    assert before["problems"] == []
    title = "Not built: this is the last good site"
    script = f'<script src="/_live/live.js" data-title="{title}" data-site="{before["site"]}" defer></script></head>'
    assert script in page.body
    project.words("second")
    after = next(events)
    assert after["site"] != before["site"]
    assert "second" in server.get("/id/").body


def test_the_files_of_the_site_carry_nothing_of_the_server(project, serving):
    serving(project).built()
    assert "_live" not in (project.root / ".pandu/site/id/index.html").read_text()


@pytest.mark.parametrize("name", ["pelicanconf.py", "theme/new.css", "quizzes/a/b.yaml", "plugins/x.py"])
def test_every_source_is_watched_also_one_that_is_new_or_replaced(project, serving, name):
    """Twice: a watch on a file itself ends when an editor saves by putting a new file in its place."""
    server = serving(project)
    server.built()
    path = project.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    old = path.read_text() if path.exists() else ""
    for words in ("# 1", "# 2"):
        time.sleep(0.5)  # apart, so that the build heard below is this edit's
        while not server.lines.empty():
            server.lines.get()
        new = project.root / "new"
        new.write_text(f"{old}\n{words}\n")
        new.replace(path)
        server.built()


def test_a_problem_is_told_in_terminal_and_page_and_the_last_good_site_stays(project, serving):
    server = serving(project)
    server.ready()
    events = server.events()
    good = next(events)
    project.act(f"problem({PROBLEM!r})")
    assert server.said("E000") == PROBLEM
    bad = next(events)
    assert bad["problems"] == [PROBLEM]
    assert bad["site"] == good["site"]
    page = server.get("/id/")
    assert page.status == 200
    assert "first" in page.body
    assert next(server.events())["problems"][0] == PROBLEM
    project.act("")
    again = next(events)
    assert again["problems"] == []
    assert again["site"] != good["site"]


def test_without_any_good_site_a_plain_page_tells_the_problems(project, serving):
    project.act(f"problem({PROBLEM!r})")
    server = serving(project)
    server.ready()
    events = server.events()
    assert next(events)["problems"][0] == PROBLEM
    page = server.get("/id/whatever/")
    assert page.status == 503
    assert "There is no site yet" in page.body
    assert "E000 no such word &lt;b&gt;" in page.body
    assert 'data-site="" defer' in page.body
    project.act("")
    assert next(events)["site"]
    assert server.get("/id/").status == 200


@pytest.mark.parametrize("act", ["1 / 0", "(site / 'tools').mkdir()"], ids=["fails", "makes a page called tools"])
def test_a_build_brings_no_other_build(project, serving, act):
    project.act(f"from pathlib import Path\nwith Path('count').open('a') as count: count.write('x')\n{act}")
    server = serving(project)
    server.built()
    time.sleep(1.5)
    assert (project.root / "count").read_text() == "x"


def test_an_edit_during_a_build_brings_one_more_build_after_it(project, serving):
    project.act(
        "import time; from pathlib import Path\n"
        "Path('count').open('a').write('<')\n"
        "Path('reached').touch()\n"
        "while not Path('go').exists(): time.sleep(0.02)\n"
        "Path('count').open('a').write('>')"
    )
    server = serving(project)
    project.reached()
    for words in ("second", "third", "last"):
        project.words(words)
        time.sleep(0.4)
    (project.root / "go").touch()
    server.built()
    server.built()
    assert "last" in server.get("/id/").body
    assert (project.root / "count").read_text() == "<><>"


def test_a_site_from_before_is_served_while_the_first_build_runs(project, serving):
    assert project.build("--settings", "pelicanconf.py", "--output", ".pandu/site").status == 0
    project.act("import time; from pathlib import Path\nPath('reached').touch()\ntime.sleep(600)")
    server = serving(project)
    project.reached()
    assert "first" in server.get("/id/").body


def test_a_taken_port_is_said_and_the_next_free_one_used(project, serving):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        server = serving(project, port=port)
        assert server.port > port
        assert server.first == f"Port {port} is taken; http://127.0.0.1:{server.port}/"


def test_an_address_that_is_not_ours_is_told_in_one_line(project):
    ended = project.python(SERVE.format("0, host='192.0.2.1'"))
    assert ended.status == 1
    assert len(ended.err.splitlines()) == 1
    assert ended.err.startswith("192.0.2.1:0: ")


@pytest.mark.parametrize("port", [-1, 99999])
def test_a_port_that_is_none_is_told_with_those_there_are(project, port):
    ended = project.python(SERVE.format(port))
    assert ended.status == 1
    assert ended.err == f"127.0.0.1:{port}: a port is 0 to 65535; choose another address\n"


def test_a_missing_page_is_the_sites_own(project, serving):
    server = serving(project)
    server.ready()
    for path in ("/nowhere/", "/id/nowhere.css", "/index.html/", "/%ff", "/%00", "/" + "x" * 5000):
        page = server.get(path)
        assert (path, page.status) == (path, 404)
        assert "404.html: first" in page.body


def test_every_answer_is_fresh_and_of_its_type(project, serving):
    project.act("(site / 'a.js').write_text('1'); (site / 'empty').mkdir(); (site / 'x.pf_meta').write_text('1')")
    server = serving(project)
    server.ready()
    types = {
        "/": "text/html; charset=utf-8",
        "/en/?q=1": "text/html; charset=utf-8",
        "/a.js": "text/javascript; charset=utf-8",
        "/x.pf_meta": "application/octet-stream",
        "/_live/live.js": "text/javascript; charset=utf-8",
        "/_live/live.css": "text/css; charset=utf-8",
    }
    for path, kind in types.items():
        answer = server.get(path)
        assert (path, answer.status, answer.headers["Content-Type"]) == (path, 200, kind)
        assert answer.headers["Cache-Control"] == "no-store"
        head = server.head(path)
        assert f"Content-Length: {answer.headers['Content-Length']}\r\n" in head
        assert head.endswith("\r\n\r\n")
    assert server.get("/nowhere").headers["Cache-Control"] == "no-store"
    assert server.get("/empty/").status == 404
    to = server.get("/id?q=1")
    assert (to.status, to.headers["Location"]) == (301, "/id/?q=1")


@pytest.mark.parametrize(
    "path",
    [
        "/../../pelicanconf.py",
        "/id/../../../pelicanconf.py",
        "/%2e%2e/%2e%2e/pelicanconf.py",
        "/..%2f..%2fpelicanconf.py",
        "/id%2f..%2f..%2f..%2fpelicanconf.py",
        "/..%5c..%5cpelicanconf.py",
        "/%252e%252e/%252e%252e/pelicanconf.py",
        "/{root}/pelicanconf.py",
        "//{root}/pelicanconf.py",
        "/%2f{root}/pelicanconf.py",
        "/file:%2f%2f{root}/pelicanconf.py",
        "/way-out/pelicanconf.py",
        "/_live/server.py",
        "/_live/../server.py",
        "/_live/..%2fserver.py",
    ],
)
def test_no_address_leads_out_of_the_site(served, path):
    """`way-out` is a link to the project that somebody put into the site."""
    page = served.get(path.format(root=served.root.as_posix().strip("/")))
    assert page.status == 404
    assert "404.html: first" in page.body


@pytest.fixture(scope="module")
def served(tmp_path_factory, make_project):
    """One server for all that only asks."""
    project = make_project(tmp_path_factory.mktemp("served").resolve() / "project")
    project.act("(site / 'way-out').symlink_to(site.parents[2], target_is_directory=True)" if os.name != "nt" else "")
    server = Serving(project)
    server.root = project.root
    server.ready()
    yield server
    server.end()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal for one process")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_signal_ends_it_cleanly_also_in_the_middle_of_a_build(project, serving, name):
    """Also with a page listening. The build is over, its folder is gone, the port is free."""
    project.act(
        "import os, time; from pathlib import Path\nPath('reached').write_text(str(os.getpid()))\ntime.sleep(600)"
    )
    server = serving(project)
    next(server.events())
    project.reached()
    time.sleep(0.2)
    child = int((project.root / "reached").read_text())
    server.process.send_signal(getattr(signal, name))
    assert server.process.wait(PATIENCE) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(child, 0)
    assert project.leftovers() == []
    with pytest.raises(ConnectionRefusedError):
        server.get("/")
    said = [server.lines.get() for _ in range(server.lines.qsize())]
    assert not [line for line in said if "Traceback" in line]


def test_the_page_of_a_site_that_is_not_there_speaks_the_language_of_the_editor(monkeypatch):
    from tools.serve.live import State
    from tools.serve.page import page_without_site, with_live

    monkeypatch.setenv("PANDU_LANG", "id")
    page = page_without_site(State(problems=("a.md:1:1: E103 …",), tried=True)).decode()
    assert '<html lang="id">' in page
    assert "<summary>Belum ada situs</summary><pre>a.md:1:1: E103 …</pre>" in page
    assert b'data-title="Tidak dibangun: ini situs terakhir yang baik"' in with_live(b"", State("1"))


def test_a_page_without_a_head_gets_live_js_too():
    from tools.serve.live import State
    from tools.serve.page import with_live

    assert with_live(b"<!doctype html><p>x", State("1")).endswith(b' data-site="1" defer></script>')
    assert with_live(b"<HEAD></HEAD><p></head>", State("1")).index(b"live.js") < with_live(
        b"<HEAD></HEAD>", State("1")
    ).index(b"</HEAD>")
