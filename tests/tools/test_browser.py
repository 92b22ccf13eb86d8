"""Finding a browser: what is tried in which order, what one is told without any. Programs of a line, no network."""

import os
import stat
import sys

import pytest

from tools import browser

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs programs of one line")

PAGE = 'echo "<html><head></head><body></body></html>"'
STUB = "echo \"Command '$0' requires the chromium snap to be installed.\" >&2; exit 1"
NO_LIBRARY = (
    'echo "[1:2:ERROR:dbus/bus.cc] Failed" >&2; echo "$0: libnss3.so: cannot open shared object file" >&2; exit 127'
)


@pytest.fixture
def program(tmp_path, monkeypatch):
    """Makes a program on a PATH that has no other; nothing of this machine is looked at."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv(browser.VARIABLE, raising=False)
    monkeypatch.setattr(browser, "PLACES", {})
    monkeypatch.setattr(browser, "is_root", lambda: False)
    monkeypatch.setattr(browser, "OS_RELEASE", tmp_path / "os-release")
    monkeypatch.setattr(browser.platform, "system", lambda: "Linux")

    def program(name, script):
        path = folder / name
        path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    monkeypatch.setattr(browser, "PYTHON", str(program("python", "echo 'no module playwright' >&2; exit 1")))
    return program


@pytest.fixture
def playwright(program, tmp_path, monkeypatch):
    """A Playwright that names its browser and, asked to install, does what `install` says; what it was asked."""
    theirs, asked = tmp_path / "ours" / "chrome", tmp_path / "asked"

    def playwright(install):
        script = f'echo "$@" >> {asked}; if [ "$1" = -c ]; then echo {theirs}; else {install}; fi'
        monkeypatch.setattr(browser, "PYTHON", str(program("python", script)))
        return asked

    playwright.path = theirs
    return playwright


def made(path, script=PAGE):
    """The shell's words that make a program, with the tools that a PATH of stubs lacks."""
    lines = f"#!/bin/sh\\n{script}\\n".replace("'", "'\\''")
    return f"/bin/mkdir -p {path.parent}; printf '{lines}' > {path}; /bin/chmod +x {path}"


def refusal():
    with pytest.raises(browser.NoBrowser) as raised:
        browser.find()
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_the_browser_that_the_variable_names_comes_before_all_others(program, monkeypatch, tmp_path):
    program("chromium", PAGE)
    mine = program("mine", PAGE)
    monkeypatch.setenv(browser.VARIABLE, str(mine))
    assert browser.find() == mine
    monkeypatch.setenv(browser.VARIABLE, "mine")  # by its name on the PATH too
    assert browser.find() == mine


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (None, "does not start: no such file or directory"),
        ("exit 3", "does not start: exit status 3"),
        (NO_LIBRARY, "libnss3.so: cannot open shared object file"),
        ("echo Python 3.11", "is no Chromium: it shows no page"),
    ],
)
def test_a_variable_that_names_no_browser_is_an_error_also_beside_a_good_one(program, monkeypatch, script, reason):
    program("chromium", PAGE)
    named = program("mine", script or "")
    if script is None:
        named.unlink()
    monkeypatch.setenv(browser.VARIABLE, str(named))
    told = refusal()
    assert told.startswith(f"PANDU_BROWSER is {named}, which ")
    assert reason in told
    assert told.endswith("; correct it or unset it")


@pytest.mark.parametrize("at", range(len(browser.NAMES)))
def test_the_systems_browsers_are_tried_in_order_whatever_playwright_has(program, playwright, at):
    paths = [program(name, PAGE) for name in browser.NAMES[at:]]
    asked = playwright("exit 9")
    assert browser.find() == paths[0]
    assert not asked.exists()


def test_places_that_the_path_does_not_name_are_looked_at(program, monkeypatch, tmp_path):
    place = program("elsewhere", PAGE).rename(tmp_path / "Google Chrome")
    monkeypatch.setenv("Applications", str(tmp_path))
    monkeypatch.setattr(browser, "PLACES", {"Linux": (str(tmp_path / "none"), "$Applications/Google Chrome")})
    assert browser.find() == place


@pytest.mark.parametrize("script", [STUB, NO_LIBRARY, "exit 0", "kill -9 $$"])
def test_a_browser_that_does_not_start_is_passed_over(program, script):
    program("chromium", script)
    good = program("google-chrome", PAGE)
    assert browser.find() == good


def test_a_program_that_never_ends_is_ended_with_all_that_it_started(program, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    endless = program("chromium", f"/bin/sleep 1000 > {pipe} & wait")
    ended = browser.run([str(endless)], 1)
    assert (ended.well, ended.reason) == (False, "no end after 1 s")
    os.set_blocking(reader, True)
    assert os.read(reader, 1) == b""  # waits till nobody is left who could write
    os.close(reader)


def test_playwrights_own_browser_serves_if_the_system_has_none(program, playwright, tmp_path, capsys):
    asked = playwright("exit 9")
    program("chrome", PAGE)
    playwright.path.parent.mkdir()
    (tmp_path / "bin" / "chrome").rename(playwright.path)
    assert browser.find() == playwright.path
    assert "install" not in asked.read_text()
    assert capsys.readouterr() == ("", "")


def test_playwrights_own_browser_is_downloaded_once_and_one_line_says_so(program, playwright, capsys):
    program("chromium", STUB)
    asked = playwright(made(playwright.path))
    assert browser.find() == browser.find() == playwright.path
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "downloading Chromium through Playwright" in told.err
    assert asked.read_text().count("-m playwright install --no-shell --no-progress chromium") == 1


def test_a_download_that_hangs_is_given_up(program, playwright, monkeypatch):
    monkeypatch.setattr(browser, "DOWNLOAD", 1)
    playwright("exec /bin/sleep 1000")
    assert "Playwright’s download failed: no end after 1 s" in refusal()


@pytest.fixture
def debian(program, tmp_path, monkeypatch):
    """The same machine, but root on a system like Debian."""
    (tmp_path / "os-release").write_text('NAME="Ubuntu"\nID=ubuntu\nID_LIKE="debian"\n', "utf-8")
    monkeypatch.setattr(browser, "is_root", lambda: True)


def apt_get(program, tmp_path, installs):
    asked = tmp_path / "apt"
    program("apt-get", f'echo "$@ $DEBIAN_FRONTEND" >> {asked}; [ "$1" = update ] && exit 0; {installs}')
    return asked


@pytest.mark.usefixtures("debian")
def test_root_on_debian_installs_the_package_when_the_download_fails(program, playwright, tmp_path, capsys):
    playwright("echo 'Error: getaddrinfo ENOTFOUND cdn.playwright.dev' >&2; exit 1")
    asked = apt_get(program, tmp_path, made(tmp_path / "bin" / "chromium"))
    assert browser.find() == tmp_path / "bin" / "chromium"
    assert asked.read_text().splitlines() == [
        "update noninteractive",
        "install -y --no-install-recommends chromium noninteractive",
    ]
    assert "Installing Chromium with apt-get" in capsys.readouterr().err


@pytest.mark.usefixtures("debian")
def test_root_on_debian_installs_the_package_when_the_downloaded_one_lacks_libraries(program, playwright, tmp_path):
    playwright(made(playwright.path, "exit 127"))
    apt_get(program, tmp_path, made(tmp_path / "bin" / "chromium"))
    assert browser.find() == tmp_path / "bin" / "chromium"


@pytest.mark.usefixtures("debian")
@pytest.mark.parametrize(
    ("installs", "reason"),
    [
        ("echo 'E: Unable to locate package chromium' >&2; exit 100", "failed: E: Unable to locate package chromium"),
        ("exit 0", "the package chromium has no program of that name"),
    ],
)
def test_a_package_that_brings_no_browser_is_told(program, tmp_path, installs, reason):
    apt_get(program, tmp_path, installs)
    assert reason in refusal()


@pytest.mark.parametrize("system", ["", "ID=fedora\n"])
def test_apt_get_is_left_alone_by_others_than_root_and_elsewhere_than_on_debian(program, tmp_path, monkeypatch, system):
    monkeypatch.setattr(browser, "is_root", lambda: bool(system))
    (tmp_path / "os-release").write_text(system or "ID=debian\n", "utf-8")
    asked = apt_get(program, tmp_path, "exit 0")
    refusal()
    assert not asked.exists()


def test_without_any_browser_one_line_tells_what_was_tried_and_what_to_do(program):
    stub = program("chromium-browser", STUB)
    assert refusal() == (
        f"no browser for the tests ({stub} does not start: Command '{stub}' requires the chromium snap to be"
        " installed.; Playwright does not say where its browser is: no module playwright): install Chromium"
        " (Debian, Ubuntu: `sudo apt install chromium`), or name a browser in PANDU_BROWSER"
    )


def test_where_people_do_not_use_apt_nobody_is_told_to(program, monkeypatch):
    monkeypatch.setattr(browser.platform, "system", lambda: "Darwin")
    assert refusal().endswith(": install Chromium, Chrome or Edge, or name a browser in PANDU_BROWSER")


@pytest.mark.parametrize("root", [True, False])
def test_the_sandbox_is_given_up_for_root_alone(monkeypatch, root):
    monkeypatch.setattr(browser, "is_root", lambda: root)
    assert ("--no-sandbox" in browser.arguments()) is root


@pytest.mark.usefixtures("program")
def test_the_browser_tries_with_the_arguments_that_it_will_get(program, monkeypatch, tmp_path):
    program("chromium", f'echo "$@" > {tmp_path / "asked"}; {PAGE}')
    browser.find()
    assert set(browser.arguments()) < set((tmp_path / "asked").read_text().split())


def test_this_machine_has_a_browser_that_starts():
    """Without one no test of tests/browser/ can pass; this one says the same, and where it is found."""
    assert browser.find().is_file()
    assert sys.executable == browser.PYTHON
