"""A printed form asks what its quiz asks, and its key names the letter under which the right answer stands there."""

import pytest
import yaml

from tests.site.filled import filled
from tests.site.project import ROOT


@pytest.fixture(scope="module")
def papers(pages):
    found = [page for page in pages.values() if page.html["data-kind"] == "paper"]
    assert len(found) >= 2 * 4
    return found


def questions(key):
    """By prompt in every language, the question as its author wrote it; of an exam, those of every quiz."""
    kind, _, name = key.partition("/")
    paths = [ROOT / "quizzes" / f"{name}.yaml"] if kind == "quiz" else (ROOT / "quizzes").rglob("*.yaml")
    all_of = [each for path in paths for each in yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["questions"]]
    return {said(text, lang): each for each in all_of for lang, text in each["prompt"].items()}


def said(text, lang):
    return " ".join(filled(text, lang).split())


def words(element):
    return " ".join(element.get_text().split())


def asked(section):
    return section.find("ol", class_="sheet__questions").find_all("li", recursive=False)


def test_both_forms_of_a_quiz_ask_all_of_it_in_another_order(papers):
    for page in papers:
        forms = [[words(each.p) for each in asked(page.find(id=f"form-{form}"))] for form in "ab"]
        assert forms[0] != forms[1]
        if page.html["data-key"].startswith("quiz/"):
            assert sorted(forms[0]) == sorted(forms[1])
            assert len(forms[0]) == len(questions(page.html["data-key"])) / 2


def test_the_key_names_the_letter_of_the_right_choice(papers):
    seen = 0
    for page in papers:
        known = questions(page.html["data-key"])
        lang = page.html["lang"]
        for form in "ab":
            keys = page.find(id=f"key-{form}").ol.find_all("li", recursive=False)
            for question, key in zip(asked(page.find(id=f"form-{form}")), keys, strict=True):
                told = words(key)
                written = known[words(question.p)]
                if written["type"] not in ("single", "multiple"):
                    continue
                choices = [words(each) for each in question.find("ol", class_="sheet__choices").find_all("li")]
                right = {said(each["text"][lang], lang) for each in written["choices"] if each.get("right") == "true"}
                for letter, text in zip("ABCDEFGH", choices, strict=False):
                    assert (f"{letter}. {text}" in told) is (text in right), (page.html["data-key"], told)
                    seen += 1
    assert seen > 100


def test_a_form_tells_no_answer(papers):
    for page in papers:
        for form in "ab":
            section = page.find(id=f"form-{form}")
            assert not section.find_all(attrs={"data-right": True})
            assert not section.find_all(class_=["quiz__why", "quiz__right", "quiz__because"])
