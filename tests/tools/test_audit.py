"""`tasks.py audit`: what pip-audit says is told in lines, and where it says nothing, nobody claims that all is well."""

import json
import stat
from pathlib import Path

import pytest

from tools import audit

ANSWER = {
    "dependencies": [
        {"name": "jinja2", "version": "3.1.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.6"]}]},
        {"name": "pelican", "version": "4.12.0", "vulns": []},
    ]
}


@pytest.fixture
def answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Puts a program into the place of pip-audit's: it writes the answer where it is asked to, or fails."""

    def answers(answer: object) -> None:
        program = tmp_path / "python"
        write = "" if answer is None else f"cat > \"${{@: -1}}\" <<'END'\n{json.dumps(answer)}\nEND\n"
        program.write_text(f"#!/usr/bin/env bash\n{write}echo no service >&2\nexit 1\n")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr(audit, "environment", lambda lock, home: program)

    return answers


def test_a_weakness_is_told_once_with_every_lock_that_has_it(answers, capsys):
    answers(ANSWER)
    assert audit.audit() == 2
    locks = "requirements/build.txt, requirements/test.txt, requirements/audit.txt"
    assert capsys.readouterr().out.splitlines() == [
        f"{locks}: jinja2 3.1.0: PYSEC-1 → 3.1.6",
        "audit: 1 known weaknesses",
    ]


def test_where_there_is_none_it_ends_well(answers, capsys):
    answers({"dependencies": [dict(each, vulns=[]) for each in ANSWER["dependencies"]]})
    assert audit.audit() == 0
    assert capsys.readouterr().out == "audit: 0 known weaknesses\n"


def test_without_an_answer_nobody_says_that_all_is_well(answers, capsys):
    answers(None)
    assert audit.audit() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert "nobody knows; it needs the internet" in told.err


def test_its_program_comes_from_a_lock_with_hashes():
    assert "--require-hashes" in audit.ALONE
    assert "--hash=sha256:" in (audit.FOLDER / "audit.txt").read_text("utf-8")
