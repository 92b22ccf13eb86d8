"""This project's self-assessments ask what the guides teach, and promise what their pages hold."""

from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.shared.problem import Problems
from tests.site.project import DAY, ROOT
from tools.tree import read_everything


@pytest.fixture(scope="module")
def assessments():
    return read_everything(Path(ROOT), Problems(), DAY).site["assessment"]


def test_the_ten_principles_are_asked_one_by_one_with_three_statements_each(assessments):
    areas = assessments["ten-principles"].areas
    assert [(each.cite, len(each.statements)) for each in areas] == [
        (f"payments/ten-principles#{each.key}", 3) for each in areas
    ]
    assert len(areas) == 10


@pytest.mark.parametrize("lang", ["id", "en"])
def test_the_page_says_of_a_statement_which_rule_asks_for_it_and_doubts_what_is_weak(built, assessments, lang):
    for key, assessment in assessments.items():
        for address in built.glob(f"{lang}/*/{assessment.slug[lang]}/index.html"):
            page = BeautifulSoup(address.read_text("utf-8"), "html.parser")
            for _, each in assessment.statements():
                asked = page.find(id=each.key)
                assert asked.legend.text == each.text[lang], key
                assert bool(asked.find(class_="stated__law")) == bool(each.sources), each.key
            break
        else:
            pytest.fail(f"no page of {key}")
