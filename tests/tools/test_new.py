"""`new`: begins files that keep to the schema, tells what is left to be written, and never writes over anything."""

import re
import shutil
from datetime import date

import pytest

from plugins.shared.source import Source
from plugins.shared.yaml import read_yaml
from tests.quiz.approving import approve_everything
from tests.site.project import ROOT, build, copy_project
from tools.approve import approve
from tools.drift import drift
from tools.fmt import fmt
from tools.new import new, skeletons
from tools.new.asking import slug_of
from tools.new.kinds import KINDS

TODAY = date(2026, 11, 23)
TITLES = {"title": ["id=Menyimpan tepung", "en=Keeping flour"]}
GUIDE = TITLES | {"audience": "baker, apprentice"}
BOTH = ("checklist", "quiz")
ALL = {  # the key and the flags of one of each kind
    "guide": ("bread/keeping-flour", GUIDE),
    "quiz": ("bread/selling-bread", {}),
    "checklist": ("flour-shelf", GUIDE | {"topic": "bread"}),
    "regulation": ("flour-4-2026", {"status": "in_force"}),
    "course": ("bread", GUIDE | {"topic": "bread"}),
    "exam": ("bread", TITLES | {"topic": "bread"}),
    "worksheet": ("flour-shelf", TITLES | {"topic": "bread"}),
    "page": ("help", TITLES),
}


@pytest.fixture
def project(small, monkeypatch):
    """The small site in our style, with a link to the engine, on a day of its own."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    shutil.copy(ROOT / "pelicanconf.py", small)
    (small / "theme").symlink_to(ROOT / "theme")
    fmt(root=small)
    return small


@pytest.fixture
def look(read, project):
    """What the editor of the project is told."""
    return lambda: read(project, TODAY).told


def told(capsys):
    said = capsys.readouterr()
    return said.out + said.err


def files(root):
    paths = (path for folder in ("content", "quizzes") for path in (root / folder).rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in paths}


def typed(*answers):
    """A terminal at which somebody types; the questions are kept."""
    waiting = list(answers)

    def ask(line):
        ask.questions.append(line)
        if not waiting:
            raise EOFError
        return waiting.pop(0)

    ask.questions = []
    return ask


def fill(root, before):
    """Words in place of every blank of the new files, each another one."""
    for name in files(root).keys() - before.keys():
        path, count = root / name, iter("abcdefghijklmnopqrstuvwxyzåäöæøçéèêëîïôûüñ")
        path.write_text(
            re.sub("⟦[^⟧]*⟧", lambda _, each=count: f"Word {next(each) * 3}", path.read_text("utf-8")), "utf-8"
        )


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_new_keeps_to_the_schema_and_says_only_what_is_left_to_be_written(kind, project, look, capsys):
    key, flags = ALL[kind]
    before = files(project)
    assert new(kind, key, flags, BOTH, project) == 0
    made = files(project).keys() - before.keys()
    assert {line.split(": ")[0] for line in told(capsys).splitlines() if line.endswith(": begun")} == made
    assert {line.split(":")[0] for line in look()} == made
    assert {line.split(" ")[1] for line in look()} == {"E158"}
    assert fmt(check=True, root=project) == 0


@pytest.mark.parametrize("kind", KINDS)
def test_once_it_is_written_and_translated_nothing_is_wrong(kind, project, look, read):
    key, flags = ALL[kind]
    before = files(project)
    new(kind, key, flags, BOTH, project)
    fill(project, before)
    for each in (key, key.split("/")[-1]):
        drift(accept=[each], root=project)
    approve_everything(project, read(project, TODAY).tree.site)
    assert {line.split(" ")[1] for line in look()} <= {"W204", "W212", "W230"}  # not shown yet, no hint, no proof


def test_what_is_finished_in_the_skeleton_is_followed_from_the_start(project):
    """And nothing else: to follow a text is a promise of somebody who has read it."""
    new("guide", "bread/keeping-flour", GUIDE, BOTH, project)
    front = (project / "content/guides/bread/keeping-flour/en.md").read_text("utf-8").split("---")[1]
    assert re.findall(r"^  ([\w-]+): [0-9a-f]{6}$", front, re.MULTILINE) == ["quiz"]
    assert "follows" not in (project / "content/guides/bread/keeping-flour/id.md").read_text("utf-8")


def test_either_language_may_be_the_source_and_one_may_be_alone(project, look):
    new("guide", "bread/keeping-flour", GUIDE | {"source": "en"}, (), project)
    assert "follows" in (project / "content/guides/bread/keeping-flour/id.md").read_text("utf-8")
    new("page", "help", {"title": ["en=Help"], "only": "en"}, (), project)
    assert not (project / "content/pages/help/id.md").exists()
    assert "\nonly: en\n" in (project / "content/pages/help/en.md").read_text("utf-8")
    assert {line.split(" ")[1] for line in look()} == {"E158"}


def test_a_guide_may_come_without_its_quiz_and_its_checklist(project):
    before = files(project)
    new("guide", "bread/keeping-flour", GUIDE, (), project)
    made = files(project).keys() - before.keys()
    assert made == {f"content/guides/bread/keeping-flour/{lang}.md" for lang in ("id", "en")}
    assert all(b"::" not in files(project)[name] and b"{#quiz}" not in files(project)[name] for name in made)


def test_its_days_are_that_of_the_site(project):
    new("guide", "bread/keeping-flour", GUIDE, (), project)
    text = (project / "content/guides/bread/keeping-flour/id.md").read_text("utf-8")
    assert text.count("2026-11-23") == 2


REFUSED = [
    ("guid", "bread/new", GUIDE, "new: there is no kind 'guid'; nearest: guide"),
    ("guide", "bread", GUIDE, "new: 'bread' is no key; write it as topic/guide"),
    ("guide", "bread/Keeping_flour", GUIDE, "new: 'bread/Keeping_flour' is no key"),
    ("guide", "../bread/new", GUIDE, "new: '../bread/new' is no key"),
    ("guide", "breed/new", GUIDE, "new: there is no topic 'breed'; nearest: bread"),
    ("guide", "bread/first-loaf", GUIDE, "new: content/guides/bread/first-loaf is there already"),
    ("guide", "bread/before-opening", GUIDE, "new: content/checklists/before-opening is there already"),
    ("guide", "bread/new", {}, "new: more is needed: --title id=… --title en=… --audience …; in a terminal"),
    (
        "guide",
        "bread/new",
        TITLES | {"audience": "bakers"},
        "new: --audience …: 'bakers' is none of them; nearest: baker",
    ),
    ("guide", "bread/new", GUIDE | {"title": ["New"]}, "new: --title 'New': for which language?"),
    ("guide", "bread/new", GUIDE | {"level": "hard"}, "new: --level …: 'hard' is none of them; there are: basic, "),
    ("guide", "bread/new", GUIDE | {"status": "amended"}, "new: --status … means nothing here; leave it out"),
    ("guide", "bread/new", GUIDE | {"title": ["id=A", "en=B", "fr=C"]}, "new: --title fr=… means nothing here"),
    ("guide", "bread/new", GUIDE | {"slug": ["en=first-loaf"]}, "new: --slug en=…: 'first-loaf' is the address of "),
    ("guide", "bread/new", GUIDE | {"title": ["id=面包", "en=B"]}, "new: more is needed: --slug id=…; in a terminal"),
    ("quiz", "bread/second-loaf", {}, "new: there is no guide 'bread/second-loaf'; nearest: bread/first-loaf"),
    ("regulation", "flour", {"status": "in_force"}, "new: 'flour' does not end in a year; name a law as pp-71-2019"),
    ("course", "cake", GUIDE | {"topic": "cake"}, "new: there is no guide of 'cake' to make a course of"),
    ("exam", "cake", TITLES | {"topic": "cake"}, "new: there is no quiz of 'cake' to draw from"),
]


@pytest.mark.parametrize("kind, key, flags, line", REFUSED, ids=[each[3][5:45] for each in REFUSED])
def test_what_cannot_be_made_is_told_in_one_line_and_nothing_is_written(kind, key, flags, line, project, capsys):
    before = files(project)
    capsys.readouterr()
    assert new(kind, key, flags, BOTH, project) == 1
    said = told(capsys)
    assert said.startswith(line)
    assert said.count("\n") == 1
    assert files(project) == before


def test_in_a_terminal_it_asks_what_it_needs_proposes_and_asks_again(project, capsys):
    ask = typed("Menyimpan tepung", "", "Keeping flour", "Roti Baru", "tepung", "", "", "bakers", "")
    assert new("guide", "bread/keeping-flour", {}, (), project, ask) == 0
    assert ask.questions == [
        "Title, Bahasa Indonesia: ",
        "Title, English: ",
        "Title, English: ",
        "The end of its address, Bahasa Indonesia [menyimpan-tepung]: ",
        "The end of its address, Bahasa Indonesia [menyimpan-tepung]: ",
        "The end of its address, English [keeping-flour]: ",
        "Level: basic, intermediate, advanced [basic]: ",
        "For whom: baker, apprentice [baker, apprentice]: ",
        "For whom: baker, apprentice [baker, apprentice]: ",
    ]
    assert "write something\n'Roti Baru' is no part of an address" in told(capsys)
    assert "\nslug: tepung\n" in (project / "content/guides/bread/keeping-flour/id.md").read_text("utf-8")


def test_it_asks_in_the_language_of_the_editor(project, monkeypatch):
    monkeypatch.setenv("PANDU_LANG", "id")
    ask = typed()
    new("page", "help", {}, (), project, ask)
    assert ask.questions == ["Judul, Bahasa Indonesia: "]


@pytest.mark.parametrize("end", [KeyboardInterrupt, EOFError])
def test_who_leaves_in_the_middle_has_changed_nothing(end, project, capsys):
    before = files(project)

    def ask(_):
        raise end

    assert new("guide", "bread/keeping-flour", {}, BOTH, project, ask) == 1
    assert "new: ended; nothing was written\n" in told(capsys)
    assert files(project) == before


def test_where_one_file_cannot_be_written_none_is_there(project, monkeypatch, capsys):
    """A file in the place of a folder: the guide is written first, and taken back."""
    before = files(project)
    shutil.rmtree(project / "quizzes")
    (project / "quizzes").write_text("", "utf-8")
    assert new("guide", "bread/keeping-flour", GUIDE, BOTH, project) == 1
    assert not (project / "content/guides/bread/keeping-flour").exists()
    assert not (project / "content/checklists/keeping-flour").exists()
    assert files(project).keys() == {name for name in before if name.startswith("content/")}


def test_mistakes_elsewhere_do_not_stand_in_the_way(project):
    (project / "content/guides/bread/first-loaf/en.md").write_text("nothing", "utf-8")
    assert new("guide", "bread/keeping-flour", GUIDE, BOTH, project) == 0


def test_where_the_site_has_no_name_that_is_told_first(project, capsys):
    (project / "content/site.yaml").write_text("name: [", "utf-8")
    capsys.readouterr()
    assert new("guide", "bread/keeping-flour", GUIDE, BOTH, project) == 1
    assert [line.split(" ")[1] for line in told(capsys).splitlines()] == ["E104", "the"]


def test_serve_shows_what_is_not_finished_and_only_what_is_finished_is_published(tmp_path, monkeypatch, read):
    project = copy_project(tmp_path.resolve() / "project", ROOT / "tests" / "small")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    page, before = project / "output/en/bread/keeping-flour/index.html", files(project)
    assert new("guide", "bread/keeping-flour", GUIDE, BOTH, project) == 0
    with pytest.raises(AssertionError, match="E158"):
        build(project)
    build(project, settings="pelicanconf.py")
    assert "⟦The answer" in page.read_text("utf-8")
    fill(project, before)
    drift(accept=["bread/keeping-flour"], root=project)
    drift(accept=["keeping-flour"], root=project)
    approve_everything(project, read(project, TODAY).tree.site)
    assert read(project, TODAY).told == []
    build(project)
    assert "⟦" not in page.read_text("utf-8")


def test_an_answer_to_what_is_not_written_yet_is_not_approved(project, capsys):
    new("guide", "bread/keeping-flour", GUIDE, BOTH, project)
    capsys.readouterr()
    done = approve("bread/keeping-flour#third-question", "no", "It says so.", root=project)
    assert (done, "E158" in told(capsys)) == (2, True)
    assert not (project / "quizzes/bread/keeping-flour.lock").exists()


def test_a_language_without_skeletons_gets_the_english_ones():
    found = skeletons.data(
        "regulation", ("id", "en", "de"), {"short": "A", "kind": "B", "number": "1", "year": 1, "status": "amended"}
    )
    assert found["issuer"]["de"] == found["issuer"]["en"] != found["issuer"]["id"]
    assert "⟦The answer" in skeletons.text("guide", "de", {"title": "A"}, {})


def test_every_skeleton_stands_in_every_language_that_any_has():
    for path in skeletons.FOLDER.rglob("*.md"):
        assert {each.stem for each in path.parent.glob("*.md")} == skeletons.SPOKEN
    for path in skeletons.FOLDER.glob("*.yaml"):
        assert read_yaml(Source(path.name, path.read_text("utf-8")))[0]
        text = path.read_text("utf-8")
        assert text.count("en: ⟦") == text.count("id: ⟦") > 0


@pytest.mark.parametrize(
    "title, slug",
    [
        ("Apa itu PSE?", "apa-itu-pse"),
        ("Bu Lina's shop: 2 rules", "bu-linas-shop-2-rules"),
        ("Café — déjà vu", "cafe-deja-vu"),
        ("面包", ""),
    ],
)
def test_a_title_has_an_address(title, slug):
    assert slug_of(title) == slug
