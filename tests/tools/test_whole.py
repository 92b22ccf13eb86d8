"""A text that a task writes is as it was, or wholly new."""

import os

import pytest

from tools.whole import write_whole


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "id.md"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def test_the_new_words_stand_there_with_the_rights_of_the_old(text):
    write_whole(text, b"new")
    assert text.read_bytes() == b"new"
    assert [each.name for each in text.parent.iterdir()] == ["id.md"]
    if os.name != "nt":
        assert text.stat().st_mode & 0o777 == 0o640


def test_what_cannot_be_written_whole_is_not_written(text, monkeypatch):
    def full(path, data):
        with path.open("wb") as file:
            file.write(data[:1])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(type(text), "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(text, b"new")
    assert text.read_text() == "old"
    assert [each.name for each in text.parent.iterdir()] == ["id.md"]


@pytest.mark.skipif(os.name == "nt", reason="only its administrators make links there")
def test_a_link_stays_a_link(text):
    link = text.with_name("link.md")
    link.symlink_to(text)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert text.read_bytes() == b"new"


def test_a_file_may_be_new(tmp_path):
    write_whole(tmp_path / "addresses.yaml", b"new")
    assert (tmp_path / "addresses.yaml").read_bytes() == b"new"
