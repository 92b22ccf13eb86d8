"""`check` says what `build` would, and writes nothing."""

import pytest

CHECK = "import sys; from pathlib import Path; from tools.check import check; sys.exit(check({!r}, root=Path.cwd()))"


def everything(root):
    return {path: (path.stat().st_mtime_ns, path.is_file() and path.read_bytes()) for path in [root, *root.rglob("*")]}


@pytest.mark.parametrize(
    "act, status, verdict",
    [
        ("", 0, "no errors"),
        ("import sys; print('a:1:1: W000 odd', file=sys.stderr)", 0, "no errors"),
        ("problem('a:1:1: E000 wrong')", 2, "errors, each told above with its place"),
        ("import warnings; warnings.warn('old ways')", 1, "not finished"),
        ("1 / 0", 1, "not finished"),
    ],
    ids=["a good tree", "a warning", "an error", "a tool's warning", "a bug"],
)
def test_check_gives_its_verdict_and_leaves_every_file_alone(project, act, status, verdict):
    project.act(act)
    before = everything(project.root)
    ended = project.python(CHECK.format(None))
    assert ended.status == status
    assert ended.out.startswith(f"check: {verdict}; ")
    assert everything(project.root) == before


def test_check_leaves_a_site_alone_that_pelican_would_empty(built):
    with (built.root / "pelicanconf.py").open("a") as settings:
        settings.write("DELETE_OUTPUT_DIRECTORY = True\n")
    before = everything(built.root)
    assert built.python(CHECK.format(None)).status == 0
    assert everything(built.root) == before


def test_check_refuses_what_a_build_refuses(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "abc")
    ended = project.python(CHECK.format(None))
    assert ended.status == 1
    assert ended.err == "SOURCE_DATE_EPOCH 'abc': no such moment; write it in seconds, like 1795392000\n"


def test_check_can_speak_of_another_day(project):
    project.act("problem(settings['AS_OF'] + str(settings['WRITES']))")
    assert project.python(CHECK.format("2026-11-23")).err == "2026-11-23False\n"
