"""`approve`: shows what a second reader has to see, compares the answer, and records it beside the quiz."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.project import ROOT, copy_project
from tools.approve import approve
from tools.engine import run_engine

QUIZ = "quizzes/bread/first-loaf.yaml"
LOCK = "quizzes/bread/first-loaf.lock"
GUIDE = "content/guides/bread/first-loaf/en.md"
DAY = "2026-11-24"
HEAT = "bread/first-loaf#heat"
NEEDED = "bread/first-loaf#needed"


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("approve") / "project", ROOT / "tests" / "small")


@pytest.fixture
def project(engine, tmp_path):
    """The small site with a link to the engine: the tool reads no other part of it."""
    project = shutil.copytree(ROOT / "tests" / "small", tmp_path.resolve() / "project")
    shutil.copy(engine / "pelicanconf.py", project)
    shutil.copytree(engine / "theme", project / "theme")
    return project


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, "-C", str(project), *arguments], check=True, capture_output=True)


def committed(project: Path) -> None:
    git(project, "init")
    git(project, "add", "-A")
    git(project, "commit", "-m", "All is well")


def record(project: Path, question: str = HEAT, answer: str = "hot", reason: str = "Says 220 degrees.") -> int:
    return approve(question, answer, reason, as_of=DAY, root=project)


def test_a_right_answer_renews_its_entry_and_leaves_every_other_byte(project, read, capsys):
    before = (project / LOCK).read_text("utf-8")
    edit(project / GUIDE, "Sweep it every", "Do sweep it every")
    assert [each[:43] for each in read(project).told] == ["quizzes/bread/first-loaf.yaml:5:10: E145 se"]
    assert record(project) == 0
    assert capsys.readouterr().out == f"{LOCK}: the answer to 'heat' is approved as of {DAY}\n"
    assert read(project).told == []
    after = (project / LOCK).read_text("utf-8")
    changed = [new for old, new in zip(before.splitlines(), after.splitlines(), strict=True) if old != new]
    assert [line.split(":")[0].strip() for line in changed] == ["en", "day", "reason"]
    assert f"    day: {DAY}\n" in after
    assert '    by: "Guild of Bread"\n    answer: "hot"\n    reason: "Says 220 degrees."\n' in after


def test_the_order_of_entries_is_that_of_their_keys_whatever_was_approved_first(project):
    before = (project / LOCK).read_bytes()
    (project / LOCK).unlink()
    for question, answer in ((NEEDED, "label,flour"), ("bread/first-loaf#door", "no"), (HEAT, "hot")):
        assert record(project, question, answer) == 0
    entries = [line for line in (project / LOCK).read_text("utf-8").splitlines() if line[:3].strip()]
    assert entries == [line for line in before.decode().splitlines() if line[:3].strip()]


@pytest.mark.parametrize(
    "question, answer", [(HEAT, "cold"), (HEAT, ""), (NEEDED, "flour"), (NEEDED, "flour,label,moon")]
)
def test_an_answer_that_is_not_wholly_right_is_refused_and_nothing_says_what_is(project, capsys, question, answer):
    before = (project / LOCK).read_bytes()
    assert record(project, question, answer) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("approve: this is not what the quiz marks as right; read both again: ")
    assert not {"hot", "label", "1"} & set(told.err.replace(",", " ").replace(";", " ").split())
    assert (project / LOCK).read_bytes() == before


@pytest.mark.parametrize("reason", ["", "   ", "ok", "ok!\u200b"])
def test_a_reason_of_two_words_is_asked_for(project, capsys, reason):
    before = (project / LOCK).read_bytes()
    assert record(project, reason=reason) == 2
    assert capsys.readouterr().err.startswith("approve: a reason is missing; ")
    assert approve(HEAT, "hot", as_of=DAY, root=project) == 2
    assert approve(HEAT, reason="It says so.", as_of=DAY, root=project) == 2
    assert (project / LOCK).read_bytes() == before


def test_what_was_written_comes_back_from_the_file_as_it_was(project, read):
    reason = 'It says: "220" # and\n more \u200b\\ {of} é\x07 that.'
    assert record(project, reason=reason) == 0
    found = read(project)
    assert found.told == []
    entry = found.tree.site["lock"]["bread/first-loaf"].approved["heat"]
    assert entry.reason == 'It says: "220" # and more \\ {of} é that.'


def test_an_unknown_quiz_or_question_is_told_with_those_there_are(project, capsys):
    assert approve("bread/first-loav#heat", as_of=DAY, root=project) == 2
    assert capsys.readouterr().err == "approve: there is no quiz 'bread/first-loav'; did you mean 'bread/first-loaf'?\n"
    assert approve("bread/first-loaf#heet", as_of=DAY, root=project) == 2
    told = capsys.readouterr().err
    assert told == "approve: the quiz 'bread/first-loaf' has no question 'heet'; it has heat, needed, door\n"


@pytest.mark.parametrize("name, old, new", [(QUIZ, "right: true", "rigth: true"), (GUIDE, "loaf.png", "loav.png")])
def test_nothing_is_approved_while_the_quiz_or_its_guide_has_an_error(project, capsys, name, old, new):
    edit(project / name, old, new)
    before = (project / LOCK).read_bytes()
    assert record(project) == 2
    told = capsys.readouterr().err.splitlines()
    assert told[0].startswith(f"{name}:")
    assert told[1:] == ["approve: mend this first; then the answer can be approved"]
    assert (project / LOCK).read_bytes() == before


def test_an_error_elsewhere_stops_no_approval(project):
    edit(project / "content/glossary.yaml", "definition:", "definitoin:")
    assert record(project) == 0


def test_the_entry_of_a_question_that_is_gone_is_removed(project, read, capsys):
    edit(project / QUIZ, "key: door", "key: gate")
    assert [each.split(" ")[1] for each in read(project).told] == ["E154", "E145"]
    assert approve("bread/first-loaf#door", as_of=DAY, root=project) == 0
    assert capsys.readouterr().out.startswith(f"{LOCK}: without 'door', ")
    assert [each.split(" ")[1] for each in read(project).told] == ["E145"]


def test_a_lock_of_another_form_is_left_alone(project, capsys):
    text = (project / LOCK).read_text("utf-8").replace("  heat:\n    question: a", "  heat: # by hand\n    question: b")
    (project / LOCK).write_text(text, "utf-8")
    assert record(project) == 1
    assert capsys.readouterr().err == f"{LOCK}: not as approve writes it; bring back what git has of it\n"
    assert (project / LOCK).read_text("utf-8") == text
    assert sorted(path.name for path in (project / LOCK).parent.iterdir()) == ["first-loaf.lock", "first-loaf.yaml"]


def test_without_an_answer_the_change_is_shown_and_then_the_command(project, capsys):
    committed(project)
    edit(project / GUIDE, "Sweep it every", "Do sweep it every")
    edit(project / QUIZ, "en: How hot is the oven?", "en: How hot must the oven be?")
    before = (project / LOCK).read_bytes()
    assert approve(HEAT, as_of=DAY, root=project) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "- en: How hot is the oven?" in lines
    assert "+ en: How hot must the oven be?" in lines
    old, new = [next(line for line in lines if line.startswith(sign + " Heat the")) for sign in "-+"]
    assert new == old.replace("Sweep", "Do sweep").replace("- ", "+ ", 1)
    assert f'python3 tasks.py approve {HEAT} --answer "…" --reason "…"' in lines
    assert (project / LOCK).read_bytes() == before


def test_what_was_approved_is_found_in_the_history_though_the_file_has_changed_since(project, capsys):
    committed(project)
    for words in ("Do sweep it every", "Please sweep it every"):
        edit(project / GUIDE, "Sweep it every" if words.startswith("Do") else "Do sweep it every", words)
        git(project, "commit", "-am", words)
    approve(HEAT, as_of=DAY, root=project)
    out = capsys.readouterr().out
    assert "\n- Heat the oven to 220 degrees [@oven-1-2020 2(1)]. Sweep it every" in out
    assert "Do sweep" not in out


def test_what_is_marked_as_right_is_never_shown(project, capsys):
    committed(project)
    edit(project / QUIZ, "id: Begitu aturannya.", "id: Begitulah aturannya.")
    approve(HEAT, as_of=DAY, root=project)
    out = capsys.readouterr().out
    assert "What changed in it is a reason, a hint or what is marked as right, which is not shown here." in out
    assert "\n  en: How hot is the oven?\n" in out
    assert "aturannya" not in out
    assert "right: true" not in out


@pytest.mark.parametrize("without", ["history", "git"])
def test_it_works_without_git(project, capsys, monkeypatch, without):
    if without == "git":
        monkeypatch.setenv("PATH", "")
    edit(project / GUIDE, "Sweep it every", "Do sweep it every")
    assert approve(HEAT, as_of=DAY, root=project) == 0
    assert "(no history tells how it was; this is how it is now)" in capsys.readouterr().out
    assert record(project) == 0


def test_who_writes_sees_the_page_and_who_publishes_is_stopped(engine, tmp_path, capsys):
    project = shutil.copytree(engine, tmp_path.resolve() / "project")
    edit(project / GUIDE, "Sweep it every", "Do sweep it every")
    run_engine(project, "pelicanconf.py", tmp_path / "output", "2026-11-23", writes=False)
    assert ": E145 " in capsys.readouterr().err
    with pytest.raises(SystemExit) as stopped:
        run_engine(project, "publishconf.py", tmp_path / "output", "2026-11-23", writes=False)
    assert stopped.value.exitcode == 2
