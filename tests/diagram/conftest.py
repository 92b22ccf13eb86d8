import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from pelican import Pelican
from pelican.settings import read_settings

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
Built = Callable[[str], BeautifulSoup]


@pytest.fixture
def bread(small: Path) -> Path:
    """The small site with a diagram of every shape, and with the facts that they rest on."""
    return shutil.copytree(HERE / "bread", small, dirs_exist_ok=True)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A page of the bread site by its address, really built; a guide of it shows two diagrams."""
    root = tmp_path_factory.mktemp("bread")
    for folder in (ROOT / "tests" / "small", HERE / "bread"):
        shutil.copytree(folder, root, dirs_exist_ok=True)
    for lang in ("id", "en"):
        path = root / "content" / "guides" / "bread" / "selling-bread" / f"{lang}.md"
        path.write_text(path.read_text("utf-8") + "\n::diagram[ladder]\n\n::diagram[timeline]\n", "utf-8")
    override = {"PATH": str(root / "content"), "OUTPUT_PATH": str(root / "output"), "AS_OF": "2026-11-23"}
    Pelican(read_settings(str(ROOT / "publishconf.py"), override=override)).run()
    return lambda address: BeautifulSoup((root / "output" / address / "index.html").read_text("utf-8"), "html.parser")
