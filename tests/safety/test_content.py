"""Every field of every file bears attacks: it refuses them with a problem of its own, or pages show them as words."""

import json
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.shared.source import Source
from plugins.shared.yaml import read_yaml
from tests.safety.attacked import REPORT
from tests.safety.attacks import TEXTS, attacks, unseen


@pytest.fixture(scope="module")
def report(attacked: Path) -> dict:
    return json.loads((attacked / REPORT).read_text("utf-8"))


def test_there_are_enough_attacks_of_every_kind():
    assert len(attacks(*TEXTS)) > 300
    assert len(attacks("drawing")) > 30


def test_every_field_has_refused_an_attack_or_taken_one(report):
    idle = [name for name, (taken, codes) in report["fields"].items() if not taken and not codes]
    assert idle == []
    assert sum(taken for taken, _ in report["fields"].values()) > 100  # else the attacks miss their fields


def test_the_checks_of_a_built_site_find_nothing_in_one_full_of_attacks(report):
    """No script, style, handler or foreign address in any page, no error of HTML, no feed that can't be read."""
    assert report["found"] == []


def test_every_attack_is_in_a_page_as_words_or_was_refused_in_a_text(attacked, report):
    said = "".join(Words(path).said for path in sorted((attacked / "output").rglob("*.html")))
    refused = {attack for _, attack, codes in report["blocks"] if codes}
    lost = [each for each in attacks(*TEXTS) if not unseen(each) and each not in refused and plain(each) not in said]
    assert lost == []


def test_a_letter_that_nobody_sees_is_refused_however_it_is_written():
    for attack in filter(unseen, attacks(*TEXTS)):
        tree, problems = read_yaml(Source("content/x.yaml", f"text: {json.dumps(attack)}\n"))
        assert tree is None
        assert [each.code for each in problems] in (["E147"], ["E104"])


class Words(HTMLParser):
    """What a page says in its texts and its attributes, without white space."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.feed(path.read_text("utf-8"))
        self.said = plain("\n".join(self.parts))

    def handle_data(self, data: str) -> None:
        self.parts.append(data)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        self.parts += [value for _, value in attributes if value]


def plain(text: str) -> str:
    return "".join(text.split())
