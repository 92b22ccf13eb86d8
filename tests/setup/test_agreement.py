"""What is said in several files is the same in all of them."""

import ast
import os
import re
import stat
import subprocess
import sys
import tomllib

import pytest

from .conftest import ROOT, entry

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
TASKS = (ROOT / "tasks.py").read_text("utf-8")


def test_tasks_refuse_the_pythons_that_the_metadata_refuses():
    oldest = re.search(r"version_info < \((\d+), (\d+), (\d+)\)", TASKS).groups()
    assert PYPROJECT["project"]["requires-python"] == ">=" + ".".join(oldest)
    assert f"({', '.join(oldest)})" in (ROOT / ".ci/run").read_text("utf-8")


def test_commits_are_formatted_by_the_ruff_that_is_locked():
    hook = re.search(r"rev: v(\S+)", (ROOT / ".pre-commit-config.yaml").read_text("utf-8"))[1]
    assert entry("test", "ruff").startswith(f"ruff=={hook} ")


def test_old_pythons_can_parse_tasks():
    """Python 2.7 reads the whole file before the line that tells it to go."""
    newer = [
        node
        for node in ast.walk(ast.parse(TASKS, feature_version=(3, 4)))
        if isinstance(node, ast.JoinedStr | ast.AnnAssign | ast.NamedExpr | ast.AsyncFunctionDef | ast.Nonlocal)
        or getattr(node, "annotation", None)
        or getattr(node, "returns", None)
        or getattr(node, "kwonlyargs", None)
        or (isinstance(node, ast.Tuple | ast.List) and any(isinstance(each, ast.Starred) for each in node.elts))
        or (isinstance(node, ast.Raise) and node.cause)
    ]
    assert [node.lineno for node in newer] == []
    assert TASKS.isascii()  # nor would it read more, unless told the encoding


@pytest.mark.parametrize("name", ["tools/environment.py", "tools/lock.py"])
def test_nothing_but_the_standard_library_is_imported_before_the_environment_stands(name):
    tree = ast.parse((ROOT / name).read_text("utf-8"))
    names = {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in ([node.module] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names])
    }
    assert {each.partition(".")[0] for each in names - {"tools.lock"}} <= sys.stdlib_module_names


@pytest.mark.skipif(os.name == "nt", reason="bash")
@pytest.mark.parametrize("new", ["python3", "python3.13", "python3.11"])
def test_the_gate_runs_the_tests_with_the_first_python_that_is_new_enough(tmp_path, new):
    for name in ("python3", "python3.13", "python3.12", "python3.11"):
        stub = tmp_path / name
        stub.write_text(f'#!/bin/sh\n[ "$1" = -c ] && exit {int(name != new)}\necho {name} "$@"\n')
        stub.chmod(stub.stat().st_mode | stat.S_IXUSR)
    path = f"{tmp_path}:/usr/bin:/bin"
    gate = subprocess.run([ROOT / ".ci/run"], env={"PATH": path}, capture_output=True, text=True, check=False)
    assert (gate.stdout, gate.returncode) == (f"{new} tasks.py test\n", 0)


def test_the_code_is_as_ruff_wants_it():
    for arguments in (["check"], ["format", "--check"]):
        found = subprocess.run(
            [sys.executable, "-m", "ruff", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert found.returncode == 0, found.stdout
