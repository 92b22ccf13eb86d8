"""`affected-by`: everything that rests on a law, with its file and line."""

import json

import pytest

from tests.site.project import ROOT, copy_project
from tools.affected import affected

SMALL = ROOT / "tests" / "small"
GUIDE = "content/guides/bread/first-loaf"
CHECKLIST = "content/checklists/before-opening"


@pytest.fixture
def project(tmp_path):
    return copy_project(tmp_path.resolve() / "project", content=SMALL)


@pytest.fixture
def places(project, capsys):
    """Kind, file and line of all that rests on a law, and by how many words of what stands there."""

    def places(citation):
        assert affected(citation, "json", project) == 0
        return json.loads(capsys.readouterr().out)["places"]

    return places


def named(found, kind):
    return [f"{each['file']}:{each['line']}" for each in found if each["kind"] == kind]


def edit(path, old, new):
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_every_kind_of_place_is_found(project, places):
    (project / "content/courses").mkdir()
    (project / "content/exams").mkdir()
    course = (ROOT / "tests/broken/W230-outcome-without-question/content/courses/bread.yaml").read_text("utf-8")
    (project / "content/courses/bread.yaml").write_text(course + "exam: bread\n", "utf-8")
    exam = "title: {id: A, en: A}\nsummary: {id: A, en: A}\nslug: {id: a, en: a}\npass_mark: 50\npools:\n"
    exam += "  - draw: 1\n    of: [bread/first-loaf]\n"
    (project / "content/exams/bread.yaml").write_text(exam, "utf-8")
    edit(project / "content/glossary.yaml", "sources: [flour-3-2022]", "sources: [flour-3-2022, oven-1-2020]")
    edit(project / "content/glossary.yaml", "The inside of a loaf.", "The inside of a loaf, says Oven 1/2020.")
    edit(project / "content/facts.yaml", "- regulation: label-1-2025", "- regulation: oven-1-2020")
    found = places("oven-1-2020")
    assert named(found, "register") == ["content/regulations/oven-2-2024.yaml:16"]
    assert named(found, "facts") == ["content/facts.yaml:11"]
    assert named(found, "sentences") == [f"{GUIDE}/{each}" for each in ("id.md:16", "id.md:21", "en.md:21", "en.md:26")]
    assert named(found, "questions") == ["quizzes/bread/first-loaf.yaml:7"]
    assert named(found, "exams") == ["content/exams/bread.yaml:7"]
    assert named(found, "courses") == [f"content/courses/bread.yaml:{each}" for each in (12, 13, 14)]
    assert named(found, "terms") == ["content/glossary.yaml:11"]
    assert named(found, "words") == ["content/glossary.yaml:19"]
    assert {each["through"] for each in found} == {None}


def test_a_task_that_rests_on_a_law_is_told_with_the_day_on_which_it_is_due(project, places):
    for lang in ("id", "en"):
        edit(project / CHECKLIST / f"{lang}.md", "topic: bread\n", "topic: bread\ndue: {stick-label: yearly 03-31}\n")
    found = places("label-1-2025")
    assert named(found, "tasks") == [f"{CHECKLIST}/id.md:20", f"{CHECKLIST}/en.md:22"]
    assert named(found, "dates") == [f"{CHECKLIST}/id.md:6", f"{CHECKLIST}/en.md:6"]


def test_a_date_and_an_entry_of_the_directory_rest_on_the_laws_of_their_facts(project, places):
    broken = ROOT / "tests" / "broken"
    for folder, name in (("E214-date-without-its-section", "dates.yaml"), ("E212-number-in-no-fact", "help.yaml")):
        (project / "content" / name).write_text((broken / folder / "content" / name).read_text("utf-8"), "utf-8")
    found = places("oven-2-2024")
    assert named(found, "days") == ["content/dates.yaml:3"]
    assert named(found, "helpers") == ["content/help.yaml:13", "content/help.yaml:12"]


def test_a_drawing_rests_on_the_laws_that_it_names_and_on_those_of_its_facts(project, places):
    broken = ROOT / "tests/broken/E186-revoked/content"
    (project / "content/diagrams").mkdir()
    for name in ("facts.yaml", "diagrams/ladder.yaml"):
        (project / "content" / name).write_text((broken / name).read_text("utf-8"), "utf-8")
    assert named(places("oven-2-2024"), "drawings") == [
        f"content/diagrams/ladder.yaml:{each}" for each in (16, 14, 23, 27, 36)
    ]


def test_a_sentence_is_told_with_its_language_its_article_and_whether_it_is_history(places):
    first = next(each for each in places("flour-1-2010") if each["kind"] == "sentences" and each["lang"] == "en")
    assert first["words"] == "Flour was once weighed with stones"
    assert (first["articles"], first["history"]) == (["5"], True)


@pytest.mark.parametrize(
    ("article", "lines"),
    [("2(1)", [16]), ("2", [16]), ("4", [21]), ("2(3)", []), ("1", []), ("2-4", [16, 21])],
)
def test_an_article_is_touched_by_those_that_cite_it_or_a_part_of_it(places, article, lines):
    found = [each for each in places(f"oven-1-2020 {article}") if each["kind"] == "sentences" and each["lang"] == "id"]
    assert [each["line"] for each in found] == lines


def test_who_cites_no_article_may_rest_on_any(places):
    assert named(places("label-1-2025 3"), "tasks") == [f"{CHECKLIST}/id.md:19", f"{CHECKLIST}/en.md:21"]


@pytest.mark.parametrize(
    ("key", "relation", "through"),
    [
        ("oven-2-2024", "amends", "oven-1-2020"),
        ("flour-3-2022", "replaces", "flour-1-2010"),
        ("label-1-2025", "implements", "flour-3-2022"),
    ],
)
def test_what_rests_on_an_older_law_is_marked_as_such(places, key, relation, through):
    found = [each for each in places(key) if each["through"]]
    assert found
    assert {(each["relation"], each["through"]) for each in found} == {(relation, through)}


def test_the_day_on_which_the_tree_has_errors_is_the_one_on_which_this_is_asked(project, places):
    edit(project / "content/regulations/oven-1-2020.yaml", "status: amended", "status: revoked")
    assert len(named(places("oven-1-2020"), "sentences")) == 4


def test_the_list_is_told_in_groups(project, capsys):
    assert affected("oven-1-2020 4", root=project) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == "oven-1-2020 4: Oven 1/2020, status amended"
    assert "Sentences, 2" in told
    assert f"  {GUIDE}/en.md:26: “Keep the door shut” · Article 4" in told


@pytest.mark.parametrize(
    ("citation", "form", "said"),
    [
        ("oven-1-2002", "text", "'oven-1-2002' is not in the register; nearest: oven-1-2020"),
        ("zzz", "text", "'zzz' is not in the register; the keys are the names in content/regulations/"),
        ("oven-1-2020 two", "text", "'two' is no article; write 2, 2(2), 1(5)-(6) or 9-11"),
        ("oven-1-2020", "jsn", "--format jsn: no such format; nearest: json"),
    ],
)
def test_a_slip_is_one_line(project, capsys, citation, form, said):
    assert affected(citation, form, project) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", said + "\n")
