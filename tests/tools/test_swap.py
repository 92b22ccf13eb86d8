"""The swap, piece by piece, where a real accident is hard to stage."""

import pytest

from tools import swap
from tools.ending import exit_status


@pytest.fixture
def root(tmp_path):
    (tmp_path / "output").mkdir()
    (tmp_path / "output" / "index.html").write_text("old")
    return tmp_path


def swap_in(root, words):
    with swap.fresh(root) as site:
        (site / "index.html").write_text(words)
        swap.swap(site, root / "output")


def words(root):
    return (root / "output" / "index.html").read_text()


def test_a_folder_that_something_holds_for_a_moment_is_swapped_when_it_lets_go(root, monkeypatch):
    """Windows refuses to rename a folder while a scanner or a browser reads a file in it."""
    refusals = iter([True, True, False, True, False])
    rename = type(root).rename

    def held(path, target):
        if next(refusals, False):
            raise PermissionError(13, "held", str(path))
        return rename(path, target)

    monkeypatch.setattr(swap, "WAITS", (0, 0, 0))
    monkeypatch.setattr(type(root), "rename", held)
    swap_in(root, "new")
    assert words(root) == "new"
    assert next(refusals, None) is None


def test_a_second_rename_that_fails_undoes_the_first(root, monkeypatch):
    rename = swap.rename

    def refuse_the_new(source, target):
        if source.name == "site":
            assert not target.exists()
            raise PermissionError(13, "held", str(source))
        rename(source, target)

    monkeypatch.setattr(swap, "rename", refuse_the_new)
    with pytest.raises(PermissionError):
        swap_in(root, "new")
    assert words(root) == "old"
    assert [path.name for path in (root / ".pandu").iterdir()] == ["lock"]


def test_the_old_site_goes_back_to_the_output_that_it_came_from(root):
    """A dead build of one output folder is no business of another's."""
    home = root / ".pandu"
    home.mkdir()
    (root / "output").rename(home / swap.old_name(root / "output", root))
    swap.recover(root, home / "site")
    assert not (home / "site").exists()
    swap.recover(root, root / "output")
    assert words(root) == "old"


def test_an_old_site_that_cannot_be_deleted_fails_no_build(root, monkeypatch):
    rename = swap.rename

    def refuse_the_trash(source, target):
        if target.name.startswith("trash-"):
            raise PermissionError(13, "held", str(source))
        rename(source, target)

    with monkeypatch.context() as held:
        held.setattr(swap, "rename", refuse_the_trash)
        swap_in(root, "new")
    assert words(root) == "new"
    swap_in(root, "newer")
    assert words(root) == "newer"
    assert [path.name for path in (root / ".pandu").iterdir()] == ["lock"]


def test_a_fresh_folder_of_a_running_build_stays(root):
    with swap.fresh(root) as site:
        swap.recover(root, root / "output")
        assert site.is_dir()
    assert not site.exists()


def test_a_lock_that_is_never_free_is_told(root, monkeypatch, capsys):
    monkeypatch.setattr("tools.lock.PATIENCE", 0.1)

    def build() -> None:
        with swap.locked(root / "lock"):
            pass

    with swap.locked(root / "lock"):
        assert exit_status(root, build) == 1
    told = f"{root / 'lock'}: another build has held this lock for 0 s; end it and try again\n"
    assert capsys.readouterr().err == told
