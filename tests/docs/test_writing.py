"""The editors' manual says what is so: every code, lines that are really told, examples that are really read.

Here the English one is held against the program; test_menulis.py holds the Indonesian one against the English one.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml

from plugins.assessment.model import Area, Assessment, Statement
from plugins.checklist.model import ChecklistFront
from plugins.course.model import Activity, Course, Lesson, Module, Outcome
from plugins.date.model import Date
from plugins.exam.model import Exam, Pool
from plugins.fact import Evidence, Fact, Tag
from plugins.glossary import Term
from plugins.guide import GuideFront
from plugins.help.model import Contact, Help, Helper
from plugins.picture.read import LIMIT, LIMIT_OF_DRAWINGS
from plugins.quiz.model import Quiz
from plugins.quiz.types import Question
from plugins.quiz.types.choices import Pinnable
from plugins.quiz.types.single import Single
from plugins.rate.model import Rate, Value
from plugins.redirect.model import Redirects, Retired
from plugins.regulation.citation import article_and_flags, named_articles
from plugins.regulation.model import Article, Change, Editors, Regulation
from plugins.shared.article import names, spots
from plugins.shared.codes import CODES
from plugins.shared.markdown.blocks import NOTES
from plugins.shared.twins import PICTURES, Front
from plugins.tool.model import Amount, Figure, Option, Result, Rule, Step, Tool
from plugins.worksheet.model import Column, Lines, Table, Worksheet
from tests.docs.manual import (
    CODE,
    ENGLISH,
    LINE,
    PARSER,
    ROOT,
    anchor,
    anchors,
    blocks,
    headings,
    links,
    tables,
    ticked,
    told,
)

MANUAL = ENGLISH
GUIDES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md"]


def sections() -> dict[str, str]:
    """By code, what the manual says of it."""
    parts = re.split(r"^### ([EW]\d{3}) .+$|^## .+$", MANUAL.read_text("utf-8"), flags=re.MULTILINE)
    return {code: text for code, text in zip(parts[1::2], parts[2::2], strict=True) if code}


# every code


def test_every_code_has_its_heading_in_the_order_of_the_list_and_no_other_code_has():
    found = [(tag, words[:4]) for tag, words in headings(MANUAL) if CODE.match(words)]
    assert found == [("h3", code) for code in CODES]


def test_a_group_names_the_codes_that_stand_in_it():
    groups: dict[str, list[str]] = {}
    for tag, words in headings(MANUAL):
        if tag == "h2":
            group = groups.setdefault(anchor(words), [])
        elif tag == "h3" and CODE.match(words):
            group.append(words[:4])
    rows = next(each.rows for each in tables(MANUAL) if each.head == ("Group", "Codes"))
    assert {name: codes for name, codes in groups.items() if codes} == {
        re.search(r"\(#(.+)\)", group)[1]: [each for part in codes.split(", ") for each in span(part)]
        for group, codes in rows
    }


def span(codes: str) -> list[str]:
    """`E101–E103` is three codes."""
    first, _, last = codes.partition("–")
    return [f"{first[0]}{number}" for number in range(int(first[1:]), int((last or first)[1:]) + 1)]


@pytest.mark.parametrize("code", CODES)
def test_the_line_that_stands_under_a_code_is_really_told(code):
    lines = [found[0] for found in LINE.finditer(sections()[code])]
    assert lines, "no example"
    assert {CODE.search(line.split(": ", 1)[1])[0] for line in lines} == {code}
    if told(code):
        assert set(lines) <= set(told(code))


@pytest.mark.parametrize("code", CODES)
def test_an_entry_says_what_the_code_means_then_shows_a_line_then_says_what_to_do(code):
    kinds = [token.type for token in PARSER.parse(sections()[code]) if token.level == 0 and token.nesting >= 0]
    assert kinds[:2] == ["paragraph_open", "fence"]
    assert len(kinds) > 2
    assert "fence" not in kinds[2:]


def test_a_line_that_stands_elsewhere_in_the_manual_is_really_told():
    under_codes = "".join(sections().values())
    others = [found for found in LINE.finditer(MANUAL.read_text("utf-8")) if found[0] not in under_codes]
    assert [found[0] for found in others if found[0] not in told(found[2])] == []


@pytest.mark.parametrize(
    "table", [each for each in tables(MANUAL) if each.head[0] == "The line says"], ids=lambda t: t.heading
)
def test_what_a_table_says_that_a_line_says_is_really_told(table):
    for first, *_ in table.rows:
        (said,) = ticked(first)
        assert [line for line in told(table.heading[:4]) if said in line], said


# whole examples


def test_the_whole_examples_are_read_without_a_problem(small, read, approved):
    examples = dict(blocks(MANUAL, ""))
    assert {name.split("/")[0] + "/" + name.split("/")[1] for name in examples} == {
        "content/guides",
        "content/checklists",
        "quizzes/bread",
    }
    before = read(small)
    assert before.told == []
    for name, text in examples.items():
        path = small / name
        assert not path.exists(), "an example replaces a file of the small site, which others use"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    after = approved(small)
    assert after.told == []
    for concept, more in (("guide", 1), ("checklist", 1), ("quiz", 1)):
        assert len(after.tree.site[concept]) == len(before.tree.site[concept]) + more
    guide = after.tree.site["guide"]["bread/keeping-flour"]
    assert list(guide.documents) == ["id", "en"]
    for document in guide.documents.values():
        keys = [each.key for each in document.sections]
        assert (keys[:2], keys[-2:]) == (["lead", "in-short"], ["what-to-do-now", "quiz"])
        assert "common-mistakes" in keys
    quiz = after.tree.site["quiz"]["bread/keeping-flour"]
    assert [question.type for question in quiz.questions] == ["single", "multiple", "true-false"]
    assert sum(question.choices[0].right for question in quiz.questions) < len(quiz.questions) / 2


def test_what_is_shown_from_a_file_of_the_content_stands_in_it():
    shown = list(blocks(MANUAL, "From "))
    assert [name for name, _ in shown] == ["content/facts.yaml", "content/glossary.yaml"]
    for name, text in shown:
        assert text in (ROOT / name).read_text("utf-8"), name


def test_a_citation_that_the_manual_shows_names_an_article_of_the_register(read):
    """Outside the whole examples and the messages, whose laws are invented, the laws are those of the content."""
    site = read(ROOT).tree.site
    text = MANUAL.read_text("utf-8").split("\n## Messages and their cures\n")[0]
    for _, example in blocks(MANUAL, ""):
        text = text.replace(example, "")
    named = named_articles(site)
    cited = re.findall(r"\[@([a-z0-9-]+)([^\]\n]*)\]", text)
    assert len(cited) > 5
    for key, words in cited:
        article, flags = article_and_flags(words)
        assert key in named, key
        assert not article or names(named[key], spots(article)), (key, article)
        assert site["regulation"][key].status != "revoked" or "was" in flags, key


# what the files ask for

MODELS: dict[str, tuple[Any, set[str]]] = {  # by the word of the column "In": the model, and what it has from another
    "every text": (Front, set()),
    "guide": (GuideFront, set(Front.model_fields)),
    "checklist": (ChecklistFront, set(Front.model_fields)),
    "quiz": (Quiz, set()),
    "question": (Single, set()),
    "choice": (Pinnable, set()),
    "exam": (Exam, set()),
    "pool": (Pool, set()),
    "course": (Course, set()),
    "outcome": (Outcome, set()),
    "module": (Module, set()),
    "lesson": (Lesson, set()),
    "activity": (Activity, set()),
    "fact": (Fact, set()),
    "source": (Evidence, set()),
    "rate": (Rate, set()),
    "value": (Value, set()),
    "date": (Date, set()),
    "directory": (Help, set()),
    "helper": (Helper, set()),
    "contact": (Contact, set()),
    "tool": (Tool, set()),
    "sum": (Amount, set()),
    "option": (Option, set()),
    "rule": (Rule, set()),
    "result": (Result, set()),
    "figure": (Figure, set()),
    "step": (Step, set()),
    "assessment": (Assessment, set()),
    "area": (Area, set()),
    "statement": (Statement, set()),
    "law": (Regulation, set()),
    "article": (Article, set()),
    "change": (Change, set()),
    "editors": (Editors, set()),
    "term": (Term, set()),
    "worksheet": (Worksheet, set()),
    "lines": (Lines, set()),
    "table": (Table, set()),
    "column": (Column, set()),
    "redirects": (Redirects, set()),
    "retired": (Retired, set()),
}


def fields() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Where a key stands, the key, and the rest of its row, for every key that a table of the manual explains."""
    for table in tables(MANUAL):
        if table.head[:2] == ("Key", "In"):
            for row in table.rows:
                for place in row[1].split(", "):
                    for key in ticked(row[0]):
                        yield place, key, dict(zip(table.head, row, strict=True))


@pytest.mark.parametrize("place", MODELS)
def test_the_tables_name_exactly_the_keys_that_a_file_may_have(place):
    model, inherited = MODELS[place]
    found = [key for where, key, _ in fields() if where == place]
    assert len(found) == len(set(found))
    assert set(found) == set(model.model_fields) - inherited


def test_the_tables_know_no_other_place():
    assert {place for place, _, _ in fields()} == set(MODELS)


def test_a_key_is_said_to_be_needed_where_it_is():
    for place, key, row in fields():
        if "Needed" in row:
            needed = MODELS[place][0].model_fields[key].is_required()
            assert (row["Needed"] == "yes") is needed, (place, key)


def choices(annotation: Any) -> list[str]:
    """The words that a key allows, where it allows only some."""
    if get_origin(annotation) is Literal:
        return list(get_args(annotation))
    return [word for each in get_args(annotation) for word in choices(each)]


def test_the_tables_name_every_word_that_a_key_allows():
    rows = {(place, key): row for place, key, row in fields()}
    seen = 0
    for place, key in rows:
        allowed = choices(MODELS[place][0].model_fields[key].annotation)
        if (place, key) == ("question", "type"):
            types = get_args(get_args(Question)[0])
            allowed = [word for each in types for word in choices(each.model_fields["type"].annotation)]
            others = next(each.rows for each in tables(MANUAL) if each.heading == "Other types of question")
            told = ticked(rows[place, key]["What to write"]) + [ticked(row[0])[0] for row in others]
            assert sorted(told) == sorted(allowed)
        elif allowed and (place, key) != ("fact", "tag"):
            seen += 1
            assert ticked(rows[place, key]["What to write"]) == allowed, (place, key)
    assert seen >= 6
    tags = next(each.rows for each in tables(MANUAL) if each.head[0] == "Tag")
    assert [ticked(row[0])[0] for row in tags] == list(get_args(Tag))


def test_the_tables_name_the_audiences_and_topics_of_the_content():
    rows = {(place, key): row["What to write"] for place, key, row in fields()}
    audiences = yaml.safe_load((ROOT / "content" / "site.yaml").read_text("utf-8"))["audiences"]
    topics = yaml.safe_load((ROOT / "content" / "topics.yaml").read_text("utf-8"))["topics"]
    assert [each for each in ticked(rows["guide", "audience"]) if "[" not in each] == list(audiences)
    assert ticked(rows["checklist", "topic"]) == [each["key"] for each in topics]


def test_the_manual_knows_the_notes_the_pictures_and_their_limit():
    text = " ".join(MANUAL.read_text("utf-8").split())
    *some, last = [each.upper() for each in NOTES]
    assert f"Choose {', '.join(some)} or {last}." in text
    *some, last = [each.removeprefix(".") for each in PICTURES]
    assert f"{', '.join(some)} or {last}." in text
    assert f"under {LIMIT:,} bytes" in text
    assert f"under {LIMIT_OF_DRAWINGS:,}" in text


# links


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_link_in_the_documents_leads_to_a_file_and_a_heading_that_exist(path):
    found: dict[Path, list[str]] = {}  # a page is parsed once, however many links lead there
    for link in links(path):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, section = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), link
        assert target.is_relative_to(ROOT), link
        if section and target not in found:
            found[target] = anchors(target)
        assert not section or section in found[target], link


@pytest.mark.parametrize("path", GUIDES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_two_headings_of_a_document_have_the_same_anchor(path):
    found = anchors(path)
    assert len(found) == len(set(found))
