"""A photograph that an editor drops beside a text, on its way into the site."""

import os
import random
import shutil
import time
from io import BytesIO

import pytest
from PIL import Image

from plugins.shared.problem import TreeHasProblems
from tests.site.project import ROOT, build, copy_project, files
from tools.encode import encode, kilobytes
from tools.kept import UNFINISHED, UNUSED
from tools.made import Made

PLACE = "content/guides/bread/first-loaf"


def photo(width, height, noise):
    """Soft shapes, and as much noise as is said, which no format can compress."""
    image = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    rain = Image.frombytes("RGB", (width, height), random.Random(3).randbytes(3 * width * height))
    file = BytesIO()
    Image.blend(image, rain, noise).save(file, "JPEG", quality=90)
    return file.getvalue()


CALM = photo(700, 500, 0.05)


@pytest.fixture
def put(small, read, monkeypatch):
    """Puts a picture where the small site's is, and gives what the step gets."""
    monkeypatch.delenv("PANDU_CACHE")

    def put(data):
        (small / PLACE / "loaf.png").write_bytes(data)
        found = read(small)
        assert found.told == []
        made = Made(small / "site", small, "https://bread.example", found.tree)
        for page in showing(made):
            page.parent.mkdir(parents=True, exist_ok=True)
            page.write_text(" ".join(each.kilobytes for each in found.tree.site["picture"].values()), "utf-8")
        return made

    return put


def showing(made):
    """The files of the pages that show pictures."""
    return [made.folder / page.file for page in made.tree.pages if "picture" in page.uses]


def pictures(made):
    return {name: data for name, data in files(made.folder).items() if name.startswith("media/")}


def kept(made):
    return sorted((made.root / ".pandu" / "cache" / "pictures").iterdir())


def test_every_file_that_a_page_names_is_made(put):
    made = put(CALM)
    encode(made)
    (picture,) = made.tree.site["picture"].values()
    assert set(pictures(made)) == {each.address for each in picture.variants}


def test_a_page_tells_the_weight_of_each_file_that_the_best_browsers_choose_from(put):
    made = put(CALM)
    encode(made)
    (picture,) = made.tree.site["picture"].values()
    weights = [round(len(pictures(made)[each.address]) / 1000) for each in picture.sources[0].variants]
    assert [page.read_text("utf-8") for page in showing(made)] == [" ".join(map(str, weights))] * 2


def test_a_drawing_weighs_what_is_sent_of_it(tmp_path):
    drawing = tmp_path / "drawing.svg"
    drawing.write_text("<svg>" + "<rect/>" * 3000, "utf-8")
    assert kilobytes(drawing) == "0"


def test_what_was_made_is_taken_from_the_cache(put, monkeypatch):
    made = put(CALM)
    encode(made)
    first, times = pictures(made), [path.stat().st_mtime_ns for path in kept(made)]
    shutil.rmtree(made.folder / "media")
    monkeypatch.setattr("plugins.picture.make.Maker.make", None)
    encode(made)
    assert pictures(made) == first
    assert len(times) == len(first)


def test_a_damaged_cache_is_noticed_and_mended(put):
    made = put(CALM)
    encode(made)
    first, sound = pictures(made), [path.read_bytes() for path in kept(made)]
    for spoiled in (b"", b"not what was made of it"):
        kept(made)[0].write_bytes(spoiled)
        encode(made)
        assert pictures(made) == first
        assert [path.read_bytes() for path in kept(made)] == sound


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_what_stands_in_the_way_of_a_cache_is_removed(put, depth):
    """A folder where a file is kept, or a file where a folder of the cache stands."""
    made = put(CALM)
    encode(made)
    first, path = pictures(made), kept(made)[0]
    if depth:
        shutil.rmtree(path.parents[depth - 1])
        path.parents[depth - 1].write_bytes(b"no folder")
    else:
        path.unlink()
        (path / "in it").mkdir(parents=True)
    encode(made)
    assert pictures(made) == first
    assert all(each.is_file() for each in kept(made))


def test_what_a_build_that_died_was_writing_is_deleted(put):
    made = put(CALM)
    encode(made)
    for name, age in (("new-old", UNFINISHED + 60), ("new-now", 0)):
        path = kept(made)[0].with_name(name)
        path.write_bytes(b"half")
        os.utime(path, (time.time() - age,) * 2)
    encode(made)
    assert [each.name for each in kept(made) if each.name.startswith("new-")] == ["new-now"]


def test_what_no_build_has_asked_for_is_deleted_in_the_end(put):
    made = put(CALM)
    encode(made)
    for path in kept(made)[:2]:
        os.utime(path, (time.time() - UNUSED - 60,) * 2)
    stray = kept(made)[0].with_name("of-another-picture.avif")
    stray.write_bytes(b"old")
    os.utime(stray, (time.time() - UNUSED - 60,) * 2)
    encode(made)
    assert stray not in kept(made)
    assert len(kept(made)) == 5


def test_a_picture_that_ends_too_soon_is_told_at_its_file(put, capfd):
    with pytest.raises(TreeHasProblems):
        encode(put(CALM[:5000]))
    assert (
        capfd.readouterr().err
        == f"{PLACE}/loaf.png:1:1: E152 this picture is cut off or damaged; copy it again, whole\n"
    )


@pytest.mark.thorough
def test_a_picture_that_stays_too_heavy_is_told_at_its_file_once(put, capfd):
    made = put(photo(1300, 1300, 1))
    for _ in range(2):  # the second time from the cache
        with pytest.raises(TreeHasProblems):
            encode(made)
        (line,) = capfd.readouterr().err.splitlines()
        assert line.startswith(f"{PLACE}/loaf.png:1:1: E149 ")
        assert " bytes come out at " in line and line.endswith("; cut out what matters, or take a calmer picture")


def test_a_picture_that_changes_meanwhile_is_not_mistaken_for_what_was_read(put, capfd):
    made = put(CALM)
    (made.root / PLACE / "loaf.png").write_bytes(photo(700, 500, 0.1))
    with pytest.raises(TreeHasProblems):
        encode(made)
    assert "changed while the site was built" in capfd.readouterr().err
    assert not (made.root / ".pandu").exists()


@pytest.mark.thorough
def test_a_site_with_a_photograph_is_built_the_same_with_and_without_the_cache(tmp_path, monkeypatch):
    monkeypatch.delenv("PANDU_CACHE")
    project = copy_project(tmp_path / "project", ROOT / "tests" / "small")
    (project / PLACE / "loaf.png").write_bytes(CALM)
    build(project)
    first = files(project / "output")
    build(project)
    assert files(project / "output") == first
    shutil.rmtree(project / ".pandu")
    build(project)
    assert files(project / "output") == first
    assert sum(name.startswith("media/") for name in first) == 5
