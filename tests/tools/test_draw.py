"""The pictures of a site are drawn once: what is kept of them is used, and what is spoiled is drawn again."""

from dataclasses import replace

import pytest

from plugins.shared.problem import Problems
from tests.site.project import DAY, ROOT, copy_project, files
from tools.draw import draw
from tools.kept import Kept, digest
from tools.made import Made
from tools.tree import read_everything


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The small site's pictures, and what was kept of them."""
    project = copy_project(tmp_path_factory.mktemp("small") / "project", ROOT / "tests" / "small")
    made = Made(project / "output", project, "https://bread.example", read_everything(project, Problems(), DAY))
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("PANDU_CACHE")
        draw(made)
        yield made


@pytest.fixture
def kept(drawn):
    return drawn.root / ".pandu" / "cache" / "drawings"


def test_icons_and_previews_are_drawn(drawn):
    names = set(files(drawn.folder))
    assert {"favicon.ico", "apple-touch-icon.png", "theme/icon-512.png"} <= names
    assert any(name.startswith("en/bread/first-loaf/") for name in names)


def test_what_is_kept_is_used_and_what_is_damaged_is_drawn_again(drawn, kept, tmp_path, monkeypatch):
    from plugins.hub.studio import Studio

    redrawn, really = [], Studio.draw

    def counted(studio, drawing):
        redrawn.append(drawing.key)
        return really(studio, drawing)

    monkeypatch.setattr(Studio, "draw", counted)
    cut, changed, gone, *_ = sorted(kept.iterdir())
    cut.write_bytes(cut.read_bytes()[:-1])
    changed.write_bytes(changed.read_bytes().replace(b"IDAT", b"IDAX"))
    gone.unlink()
    again = replace(drawn, folder=tmp_path / "again")
    draw(again)
    assert sorted(redrawn) == [cut.name, changed.name, gone.name]
    assert files(again.folder) == files(drawn.folder)
    redrawn.clear()
    draw(again)
    assert redrawn == []


def test_a_site_that_the_hub_did_not_make_has_no_pictures(drawn, tmp_path):
    draw(replace(drawn, tree=None, folder=tmp_path / "none"))
    assert not (tmp_path / "none").exists()


def test_a_result_is_kept_whole_and_alone(tmp_path):
    kept = Kept(tmp_path / "kept")
    assert kept.get("a", lambda: b"made") == b"made"
    assert kept.get("a", lambda: b"other") == b"made"
    assert files(tmp_path / "kept") == {"a": digest(b"made") + b"made"}
    (tmp_path / "kept" / "a").write_bytes(b"")
    assert kept.get("a", lambda: b"again") == b"again"
