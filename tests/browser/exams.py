"""The exams as their authors wrote them, read without any code of the site."""

from pathlib import Path

import yaml

FOLDER = Path(__file__).parents[2] / "content" / "exams"


def read_exams() -> dict[str, dict]:
    return {path.stem: yaml.load(path.read_text("utf-8"), yaml.BaseLoader) for path in sorted(FOLDER.glob("*.yaml"))}
