"""What was answered lately, so that nobody is asked twice without need; the file may be deleted at any time."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tools.external.ask import Answer


class Kept(NamedTuple):
    day: date
    answer: Answer

    def age(self, today: date) -> int:
        """In days."""
        return (today - self.day).days


def read_known(path: Path) -> dict[str, Kept]:
    """By address; nothing where there is none, or it is damaged."""
    try:
        data = json.loads(path.read_text("utf-8"))
        return {
            url: Kept(date.fromisoformat(each["day"]), Answer(each["kind"], each["detail"]))
            for url, each in data.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_known(path: Path, known: dict[str, Kept], answers: dict[str, Answer], today: date) -> None:
    """Add the answers, and keep all; the file is whole at any moment."""
    known |= {url: Kept(today, answer) for url, answer in answers.items()}
    data = {url: {"day": kept.day.isoformat(), **asdict(kept.answer)} for url, kept in sorted(known.items())}
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.write_text(json.dumps(data, ensure_ascii=False, indent=1), "utf-8")
    fresh.replace(path)
