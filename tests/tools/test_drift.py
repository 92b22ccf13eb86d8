"""`drift`: which sections of a translation lag, what changed in them, and the record of what a translator has read."""

import json
import os
import shutil
import subprocess
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from plugins.shared.document import read_document
from plugins.shared.problem import Problems
from tests.site.project import ROOT, copy_project
from tools.drift import drift
from tools.drift.words import WIDTH, changes

GUIDE = "content/guides/bread/first-loaf"
KEY = "bread/first-loaf"
FOLLOWS = "Every translation follows its source.\n"


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    return copy_project(tmp_path_factory.mktemp("drift") / "project", ROOT / "tests" / "small")


@pytest.fixture
def project(engine, tmp_path, monkeypatch):
    """The small site with the engine's settings and theme, in a repository of its own."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    project = shutil.copytree(ROOT / "tests" / "small", tmp_path.resolve() / "project")
    shutil.copy(engine / "pelicanconf.py", project)
    shutil.copytree(engine / "theme", project / "theme")
    git(project, "init", "-q")
    commit(project)
    return project


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, "-C", str(project), *arguments], check=True, capture_output=True)


def commit(project: Path) -> None:
    git(project, "add", "-A")
    git(project, "commit", "-m", "x")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def hash_of(project: Path, section: str, lang: str = "id") -> str:
    return read_document(project / GUIDE / f"{lang}.md", project, Problems()).section(section).hash


def hotter(project: Path) -> None:
    """A word of the source changes, and a sentence comes."""
    edit(project / GUIDE / "id.md", "sampai 220 derajat", "sampai 230 derajat")
    edit(project / GUIDE / "id.md", "{#price}\n", "{#price}\n\nHarganya naik.\n")


def test_every_translation_of_this_project_follows_its_source(capsys):
    assert drift(root=ROOT) == 0
    assert capsys.readouterr().out == FOLLOWS


def test_what_lags_is_listed_with_the_command_that_accepts_it(project, capsys):
    hotter(project)
    assert drift(root=project) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{GUIDE}/en.md lags behind id.md, sections: 2 of 4",
        f"  changed  python3 tasks.py drift --accept {KEY}#oven",
        f"  changed  python3 tasks.py drift --accept {KEY}#price",
        "",
        f"What changed in a text: python3 tasks.py drift --show {KEY}",
    ]


def test_a_changed_section_is_behind_until_it_is_accepted(project, capsys):
    hotter(project)
    assert drift(accept=[f"{KEY}#oven"], root=project) == 0
    assert capsys.readouterr().out == f"{GUIDE}/en.md: follows {GUIDE}/id.md in oven\n"
    assert drift(root=project) == 0
    assert "#oven\n" not in capsys.readouterr().out
    assert drift(accept=[KEY], root=project) == 0
    assert capsys.readouterr().out == f"{GUIDE}/en.md: follows {GUIDE}/id.md in lead, oven, price, flour\n"


@pytest.mark.parametrize(
    "accept", [[f"{KEY}#oven", f"{KEY}#price"], [f"{KEY}#oven, {KEY}#price"], [f" {KEY}#price\n{KEY}#oven "]]
)
def test_several_are_accepted_at_once_however_a_form_sends_them(project, capsys, accept):
    hotter(project)
    edit(project / GUIDE / "en.md", "to 220 degrees", "to 230 degrees")
    assert drift(accept=accept, root=project) == 0
    assert capsys.readouterr().out == f"{GUIDE}/en.md: follows {GUIDE}/id.md in oven, price\n"
    assert drift(root=project) == 0
    assert capsys.readouterr().out == FOLLOWS


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["LF", "CRLF"])
def test_accepting_changes_the_record_and_no_other_line(project, end):
    path = project / GUIDE / "en.md"
    before = path.read_text("utf-8").splitlines()
    path.write_bytes(end.join([*before, ""]).encode())
    hotter(project)
    drift(accept=[f"{KEY}#oven"], root=project)
    after = path.read_bytes().decode().split(end)
    assert after.pop() == ""
    changed = [new for old, new in zip(before, after, strict=True) if old != new]
    assert changed == [f"  oven: {hash_of(project, 'oven')}"]


def test_white_space_and_typography_are_no_change(project, capsys):
    path = project / GUIDE / "id.md"
    path.write_text(path.read_text("utf-8").replace(". ", ".  ").replace(" dan ", "\u00a0dan "), "utf-8")
    drift(root=project)
    assert capsys.readouterr().out == FOLLOWS


def test_what_changed_in_a_section_is_shown_word_by_word(project, capsys):
    hotter(project)
    assert drift(f"{KEY}#oven", root=project) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines() == [
        f"{KEY}#oven: changed",
        "------------------------------",
        "",
        f"What changed in the source, {GUIDE}/id.md:14 ([-gone-] {{+new+}}):",
        "    Tungku",
        "  ~ Panaskan tungku sampai [-220-] {+230+} derajat [@oven-1-2020 2(1)]. Sapulah tiap 3 hari",
        "    [@oven-2-2024 7].",
        "    ![Sebuah roti bulat](loaf.png)",
        "  …",
        "",
        f"The translation, {GUIDE}/en.md:19:",
        "    The oven",
        "    Heat the oven to 220 degrees [@oven-1-2020 2(1)]. Sweep it every 3 days [@oven-2-2024 7].",
        "    ![A round loaf](loaf.png)",
        "    > [!NOTE]",
        "    > Keep the door shut [@oven-1-2020 4].",
        "",
        f"Once both say the same: python3 tasks.py drift --accept {KEY}#oven",
        f"Without a terminal, write into 'follows': oven: {hash_of(project, 'oven')}",
        "",
        f"{GUIDE}/en.md:21:18: W203 the number '220' is '230' in {GUIDE}/id.md:16; make both the same",
    ]


def test_a_key_alone_shows_all_that_lags_in_its_text(project, capsys):
    hotter(project)
    assert drift(KEY, root=project) == 0
    shown = capsys.readouterr().out
    assert f"{KEY}#oven: changed\n" in shown
    assert f"{KEY}#price: changed\n" in shown
    assert "  + Harganya naik.\n" in shown
    assert drift("bread/selling-bread", root=project) == 0
    assert capsys.readouterr().out == "This translation follows its source.\n"


def test_the_old_text_is_found_where_the_file_had_another_name(project, capsys):
    (project / "content/guides/bread/loaf").mkdir()
    for name in ("id.md", "en.md", "loaf.png"):
        git(project, "mv", f"{GUIDE}/{name}", f"content/guides/bread/loaf/{name}")
    commit(project)
    edit(project / "content/guides/bread/loaf/id.md", "sampai 220 derajat", "sampai 230 derajat")
    drift("bread/loaf#oven", root=project)
    assert "[-220-] {+230+}" in capsys.readouterr().out


def test_the_old_text_is_that_of_the_record_and_not_the_last_one(project, capsys):
    edit(project / GUIDE / "id.md", "sampai 220 derajat", "sampai 225 derajat")
    commit(project)
    edit(project / GUIDE / "id.md", "sampai 225 derajat", "sampai 230 derajat")
    commit(project)
    drift(f"{KEY}#oven", root=project)
    assert "[-220-] {+230+}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("history", "why"),
    [
        ("none", ", as it is now, since no git tells how it was:"),
        ("shallow", ", as it is now, since this clone lacks old commits (`git fetch --unshallow` brings them):"),
        ("other", ", as it is now, since no commit has the text that was translated:"),
    ],
)
def test_where_nothing_tells_how_it_was_it_is_shown_as_it_is(project, capsys, history, why):
    hotter(project)
    if history == "none":
        shutil.rmtree(project / ".git")
    elif history == "shallow":
        commit(project)
        shallow = project.parent / "shallow"
        git(project, "clone", "-q", "--depth=1", f"file://{project}", str(shallow))
        project = shallow
    else:
        edit(project / GUIDE / "en.md", "oven: ", "oven: 0000000 # ")
    assert drift(f"{KEY}#oven", root=project) == 0
    shown = capsys.readouterr().out
    assert why in shown
    assert "    Panaskan tungku sampai 230 derajat" in shown


def test_a_section_that_nobody_recorded_is_told_as_such(project, capsys):
    edit(project / GUIDE / "en.md", f"  oven: {hash_of(project, 'oven')}\n", "")
    drift(f"{KEY}#oven", root=project)
    shown = capsys.readouterr().out
    assert shown.startswith(f"{KEY}#oven: not recorded yet\n")
    assert f"The source, {GUIDE}/id.md:14:\n    Tungku\n" in shown


def test_what_differs_otherwise_is_listed_too(project, capsys):
    edit(project / GUIDE / "en.md", "to 220 degrees", "to 240 degrees")
    assert drift(root=project) == 0
    line = f"{GUIDE}/en.md:21:18: W203 the number '240' is '220' in {GUIDE}/id.md:16; make both the same\n"
    assert capsys.readouterr().out == line
    drift(f"{KEY}#flour", root=project)
    assert capsys.readouterr().out == "This translation follows its source.\n"


def test_a_program_gets_all_of_it(project, capsys):
    hotter(project)
    edit(project / GUIDE / "en.md", "| Wheat |   500 |", "| Wheat |   600 |")
    assert drift(format="json", root=project) == 0
    told = json.loads(capsys.readouterr().out)
    oven, price = told["lagging"]
    assert price["state"] == "changed"
    assert oven["old"].replace("220", "230") == oven["new"]
    assert {**oven, "old": "", "new": "", "translated": ""} == {
        "text": KEY,
        "section": "oven",
        "state": "changed",
        "source": {"path": f"{GUIDE}/id.md", "line": 14, "lang": "id"},
        "translation": {"path": f"{GUIDE}/en.md", "line": 19, "lang": "en"},
        "old": "",
        "new": "",
        "translated": "",
        "followed": "a03daf",
        "hash": hash_of(project, "oven"),
        "accept": f"python3 tasks.py drift --accept {KEY}#oven",
    }
    assert [(each["code"], each["line"]) for each in told["differing"]] == [("W203", 38)]


def test_either_language_may_be_the_source(project, capsys):
    follows = "".join(f"  {key}: {hash_of(project, key, 'en')}\n" for key in ("lead", "oven", "price", "flour"))
    text = (project / GUIDE / "en.md").read_text("utf-8")
    record = text[text.index("follows:") : text.index("---", 4)]
    edit(project / GUIDE / "en.md", record, "")
    edit(project / GUIDE / "id.md", "apprentice]\n", f"apprentice]\nfollows:\n{follows}")
    commit(project)
    edit(project / GUIDE / "en.md", "seldom good", "never good")
    drift(root=project)
    assert capsys.readouterr().out.startswith(f"{GUIDE}/id.md lags behind en.md, sections: 1 of 4\n")
    drift(KEY, root=project)
    shown = capsys.readouterr().out
    assert "  ~ A first loaf is [-seldom-] {+never+} good" in shown
    assert f"The translation, {GUIDE}/id.md:" in shown
    assert "\n    Roti pertama jarang bagus" in shown
    assert drift(accept=[KEY], root=project) == 0
    drift(root=project)
    assert capsys.readouterr().out.endswith(FOLLOWS)


@pytest.mark.parametrize("accept", [KEY, f"{KEY}#price"])
def test_what_the_translation_does_not_have_cannot_be_accepted(project, capsys, accept):
    edit(project / GUIDE / "en.md", "### What an oven costs {#price}", "")
    before = (project / GUIDE / "en.md").read_bytes()
    assert drift(accept=[accept], root=project) == 2
    assert f"drift: {GUIDE}/en.md has no section 'price'; add it first\n" in capsys.readouterr().err
    assert (project / GUIDE / "en.md").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("bread/first-loav", f"there is no text 'bread/first-loav'; nearest: {KEY}"),
        (f"{KEY}#ovn", f"'{KEY}' has no section 'ovn'; nearest: oven"),
        (f"{KEY}#nowhere-at-all", f"'{KEY}' has no section 'nowhere-at-all'; there are: lead, oven, price, flour"),
    ],
)
def test_an_unknown_text_or_section_is_told_with_those_there_are(project, capsys, text, why):
    before = (project / GUIDE / "en.md").read_bytes()
    for done in (drift(text, root=project), drift(accept=[KEY, text], root=project)):
        assert done == 2
    assert capsys.readouterr().err == f"drift: {why}\n" * 2
    assert (project / GUIDE / "en.md").read_bytes() == before


def test_an_unknown_format_is_told_with_those_there_are(project, capsys):
    assert drift(format="yaml", root=project) == 2
    assert capsys.readouterr().err == "drift: there is no format 'yaml'; there are: text, json\n"


def test_a_text_that_cannot_be_read_is_no_text_that_follows(project, capsys):
    edit(project / GUIDE / "en.md", "title:", "titel:")
    assert drift(root=project) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert f"{GUIDE}/en.md:2:1: E107 " in told.err


def test_who_compares_a_text_on_a_new_day_may_write_that_day(project, capsys, monkeypatch):
    """The day of the last commit would refuse it."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-11-02T00:00:00Z")
    git(project, "commit", "--amend", "--no-edit")
    today = datetime.now(ZoneInfo("Asia/Jakarta")).date()
    edit(project / GUIDE / "en.md", "reviewed: 2026-11-01", f"reviewed: {today}")
    assert drift(root=project) == 0
    assert capsys.readouterr().out == FOLLOWS
    commit(project)
    assert drift(root=project) == 2
    assert " E134 this day is after 2026-11-02; " in capsys.readouterr().err


def test_it_is_told_in_the_language_of_the_translator(project, capsys, monkeypatch):
    hotter(project)
    monkeypatch.setenv("PANDU_LANG", "id")
    drift(root=project)
    assert f"  berubah  python3 tasks.py drift --accept {KEY}#oven\n" in capsys.readouterr().out


def test_lines_fit_a_terminal_and_go_on_below_their_words():
    old = "Judul\n\n- " + "satu dua tiga empat lima enam " * 8 + "\n- tetap\n\nAkhir yang lama."
    new = "Judul\n\n- " + "satu dua tiga empat lima tujuh " * 8 + "\n- tetap\n- baru"
    told = list(changes(old, new))
    assert max(map(len, told)) <= WIDTH
    assert told[1].startswith("  ~ - satu dua")
    assert told[2].startswith("      ")
    assert told[-2:] == ["  + - baru", "  - Akhir yang lama."]
