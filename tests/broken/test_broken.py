"""What an editor can get wrong: each folder makes one mistake in the small site, and says what is told.

A folder is named by the code and the mistake, or `ok-…` where all is well. It holds the files that differ from
tests/small/; absent.txt names those that are missing; expect.txt holds every line that the editor is told. What can't
stand in a folder as text is made here, in MADE.
"""

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from plugins.shared.codes import CODES

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in HERE.iterdir() if (path / "expect.txt").exists())
PLACE = "content/guides/bread/first-loaf"
GUIDE = f"{PLACE}/en.md"
GLOSSARY = "content/glossary.yaml"
BESIDE = {"E157": {"E128"}}  # what a mistake of this code is always told beside


def change(name: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        path = root / name
        data = path.read_bytes()
        assert old in data
        path.write_bytes(data.replace(old, new))

    return make


def lines_of_other_systems(root: Path) -> None:
    for path in (root / GUIDE, root / GLOSSARY, root / "quizzes/bread/first-loaf.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))


def link(name: str, to: str) -> Callable[[Path], None]:
    def make(root: Path) -> None:
        (root / name).unlink(missing_ok=True)
        try:
            os.symlink(root / to, root / name)
        except OSError:
            pytest.skip("this system lets nobody make symbolic links")

    return make


def without_a_word(root: Path) -> None:
    shutil.copytree(HERE.parent.parent / "theme" / "locale", root / "theme" / "locale")
    path = root / "theme" / "locale" / "en" / "LC_MESSAGES" / "messages.po"
    text = path.read_text("utf-8")
    assert 'msgid "Glossary"\n' in text
    path.write_text(text.replace('msgid "Glossary"\n', 'msgid "Glossarium"\n'), "utf-8")


def hidden_files(root: Path) -> None:
    for name in ("content/.hidden", "content/guides/bread/.DS_Store", "quizzes/.first-loaf.yaml.swp"):
        (root / name).write_bytes(b"\0")


def moving_picture(root: Path) -> None:
    frames = [Image.new("L", (8, 8), shade) for shade in (0, 255)]
    frames[0].save(root / PLACE / "oven.gif", save_all=True, append_images=frames[1:])


def picture(width: int, height: int) -> Callable[[Path], None]:
    return lambda root: Image.new("1", (width, height)).save(root / PLACE / "oven.png")


def large_file(root: Path) -> None:
    with (root / PLACE / "oven.jpg").open("wb") as file:
        file.truncate(10_000_001)


MADE: dict[str, Callable[[Path], None]] = {
    "E101-not-utf-8": change(GUIDE, b"Leaven helps", b"Leaven caf\xe9 helps"),
    "E101-not-utf-8-in-yaml": change(GLOSSARY, b"Sour dough", b"S\xf6ur dough"),
    "E101-utf-16": lambda root: (root / GLOSSARY).write_bytes((root / GLOSSARY).read_text("utf-8").encode("utf-16")),
    "E102-too-large": change(GLOSSARY, b"Sour dough", b"Sour dough" * 100_000),
    "E147-control-character": change(GLOSSARY, b"Sour dough", b"Sour \x07dough"),
    "E147-mark-inside-a-text": change(GLOSSARY, b"Sour dough", b"Sour \xef\xbb\xbfdough"),
    "E104-nested-brackets": change(GLOSSARY, b"[LVN]", b"[" * 20_000),
    "E104-nested-brackets-in-front-matter": change(GUIDE, b"[baker, apprentice]", b"[" * 20_000),
    "E104-null-byte": change(GLOSSARY, b"Sour dough", b"Sour \0dough"),
    "E104-null-byte-in-front-matter": change(GUIDE, b"From flour", b"From \0flour"),
    "E114-file-from-elsewhere": link(GUIDE, "../outside.md"),
    "E114-picture-from-elsewhere": link("content/guides/bread/first-loaf/oven.png", "../outside.md"),
    "E114-glossary-from-elsewhere": link(GLOSSARY, "../outside.md"),
    "E149-strip": picture(100, 2001),
    "E149-too-many-bytes": large_file,
    "E149-too-many-pixels": picture(7100, 7100),
    "E152-moving-picture": moving_picture,
    "E170-missing-word": without_a_word,
    "ok-bom-and-crlf": lines_of_other_systems,
    "ok-hidden-files": hidden_files,
    "ok-nested-brackets-in-a-text": change(GUIDE, b"Leaven helps", b"[" * 2_000),
    "ok-null-byte-in-a-text": change(GUIDE, b"Leaven helps", b"Leaven \0 helps"),
}


def spoil(small: Path, folder: Path) -> Path:
    """Makes the mistake of `folder` in a copy of the small site."""
    (small.parent / "outside.md").write_text("---\ntitle: What the site has no business with\n---\n", "utf-8")
    shutil.copytree(folder, small, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expect.txt", "absent.txt"))
    absent = folder / "absent.txt"
    for name in absent.read_text("utf-8").split() if absent.exists() else ():
        (small / name).unlink()
    if make := MADE.get(folder.name):
        make(small)
    return small


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda path: path.name)
def test_a_mistake_is_told_in_one_line_at_its_place(folder: Path, small: Path, read, approved) -> None:
    look = read if folder.name.startswith("E") else approved  # where all is well, so are the answers to new words
    assert look(spoil(small, folder)).told == (folder / "expect.txt").read_text("utf-8").splitlines()


def test_a_folder_expects_its_code_and_no_other() -> None:
    for folder in FOLDERS:
        told = (folder / "expect.txt").read_text("utf-8").splitlines()
        code = folder.name.split("-")[0]
        wanted = set() if code == "ok" else {code, *BESIDE.get(code, ())}
        assert {re.match(r"[^:]+:\d+:\d+: (\w+) .+", line)[1] for line in told} == wanted, folder.name


def test_the_small_site_is_good(small: Path, read) -> None:
    assert read(small).told == []


def test_every_code_is_told_by_a_mistake() -> None:
    """Those of the built site, E3…, are told by tests/checks/broken; that of `lint` by tests/spelling."""
    told = {folder.name.split("-")[0] for folder in FOLDERS} - {"ok"}
    assert told == {code for code in CODES if not code.startswith("E3")} - {"W215"}


def test_every_mistake_that_is_made_here_has_its_folder() -> None:
    assert set(MADE) <= {folder.name for folder in FOLDERS}
