"""What a machine may lack is told in one line, not in a traceback."""

import hashlib
import os
import platform
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from tools.environment import explain

OFFLINE = {
    "PIP_CONFIG_FILE": os.devnull,
    "PIP_EXTRA_INDEX_URL": "",
    "PIP_FIND_LINKS": "",
    "PIP_INDEX_URL": "http://127.0.0.1:9",
    "PIP_NO_CACHE_DIR": "1",
    "NO_PROXY": "127.0.0.1",
}
NO_INTERNET = "tasks.py: the package index can't be reached; the first set-up needs the internet once"


def complaint(run):
    """The last line, where nothing in it is a traceback or pip's own error."""
    assert (run.returncode, run.stdout) == (1, "")
    assert "Traceback" not in run.stderr
    assert "ERROR" not in run.stderr
    return run.stderr.splitlines()[-1]


@pytest.mark.parametrize("version", ["2, 7, 18", "3, 6, 15", "3, 11, 1"])
def test_a_python_that_is_too_old_is_told_so(empty, version):
    run = empty.start(before=f"sys.version_info = ({version}, 'final', 0)")
    assert complaint(run) == f"tasks.py: Python 3.11.2 or newer is needed; this is {version.replace(', ', '.')}"
    assert not (empty.root / ".venv").exists()


@pytest.mark.parametrize("module", ["venv", "ensurepip"])
def test_a_python_without_venv_is_told_where_to_get_it(empty, module):
    run = empty.start(before=f"sys.modules[{module!r}] = None")
    assert complaint(run) == (
        f"tasks.py: this Python has no module {module}; install it (Debian and Ubuntu: apt install python3-venv)"
    )


def test_a_first_start_without_network_says_that_it_is_needed_once(empty):
    assert complaint(empty.start(**OFFLINE)) == NO_INTERNET


def test_without_network_the_tests_wait_but_a_build_goes_on(made):
    assert complaint(made.start("lint", **OFFLINE)) == NO_INTERNET
    build = made.start("build", **OFFLINE)
    assert (build.stdout, build.stderr) == ("built as of None\n", "")


@pytest.fixture
def index(tmp_path):
    """Gives a package index with these files of a package `rare`."""
    servers = []

    def serve(*names):
        page = tmp_path / "simple/rare/index.html"
        page.parent.mkdir(parents=True)
        page.write_text("".join(f'<a href="{name}">{name}</a>' for name in names), "utf-8")
        for name in names:
            (page.parent / name).write_bytes(b"altered on the way")
        quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=tmp_path)))
        Thread(target=servers[0].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[0].server_port}/simple"

    yield serve
    for server in servers:
        server.shutdown()
        server.server_close()


def start_with_rare(project, address):
    before = (project.root / "requirements/test.txt").read_text("utf-8")
    project.write("requirements/test.txt", f"rare==1.0 --hash=sha256:{hashlib.sha256(b'rare').hexdigest()}\n")
    try:
        return project.start("lint", **OFFLINE | {"PIP_INDEX_URL": address})
    finally:
        project.write("requirements/test.txt", before)


@pytest.mark.parametrize(
    "files", [["rare-1.0.tar.gz"], ["rare-1.0-cp311-abi3-plan9_mips.whl"], ["rare-0.9-py3-none-any.whl"]]
)
def test_a_platform_without_a_wheel_is_named_with_the_package(made, index, files):
    assert complaint(start_with_rare(made, index(*files))) == (
        f"tasks.py: there is no ready-made package of rare==1.0 for {platform.system()} on {platform.machine()}"
        f" with Python {platform.python_version()}"
    )


def test_a_package_that_is_not_the_locked_one_is_refused(made, index):
    run = start_with_rare(made, index("rare-1.0-py3-none-any.whl"))
    assert complaint(run) == "tasks.py: a downloaded package is not the one that was locked; did a proxy alter it?"


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="whom permissions don't stop")
def test_a_folder_that_cannot_be_written_is_named(empty):
    empty.root.chmod(0o555)
    try:
        run = empty.start()
    finally:
        empty.root.chmod(0o755)
    assert (
        complaint(run)
        == f"tasks.py: {empty.root / '.pandu'}: no permission; see who owns it, and that no program holds it open"
    )


@pytest.mark.parametrize(
    ("error", "advice"),
    [
        ("ENOSPC", "the disk is full; free some space and start again"),
        ("EROFS", "this disk cannot be written; work in a folder that can"),
        ("EACCES", "no permission; see who owns it, and that no program holds it open"),
    ],
)
def test_a_disk_that_refuses_is_told_in_one_line(empty, error, advice):
    refuse = f"def no(*a, **k): raise OSError(errno.{error}, 'no', '.venv')\n"
    run = empty.start(before=f"import errno, venv; exec({refuse!r}, globals()); venv.create = no")
    assert complaint(run) == f"tasks.py: .venv: {advice}"


@pytest.mark.parametrize(
    ("words", "advice"),
    [
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device\n", "disk is full"),
        (
            "SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed",
            "certificate",
        ),
        ("ReadTimeoutError: HTTPSConnectionPool(host='files.pythonhosted.org', port=443): Read timed out.", "internet"),
        ("ERROR: No matching distribution found for rare==1.0\n", "no ready-made package of rare==1.0"),
        ("WARNING: Retrying (…)': /simple/rare/\nERROR: No matching distribution found for rare==1.0\n", "internet"),
        (
            "WARNING: Retrying (…)': /simple/other/\nERROR: No matching distribution found for rare==1.0\n",
            "rare==1.0 for",
        ),
    ],
)
def test_the_words_of_pip_become_advice(words, advice):
    assert advice in explain(words)


def test_words_that_nobody_foresaw_are_shown_as_they_are():
    assert explain("ERROR: something new") is None
    assert sys.version_info >= (3, 11)
