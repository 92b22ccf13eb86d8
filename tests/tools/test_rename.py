"""`rename` in real checkouts of the small site: whatever names a thing follows it, and nothing else changes."""

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.site.project import copy_project

COURSE = """\
title: {id: Belajar roti, en: Learn bread}
summary: {id: Kursus tentang roti., en: A course on bread.}
slug: {id: roti, en: bread}
audience: [baker]
outcomes:
  - key: bake
    text: {id: Memanggang roti., en: Bake bread.}
    proven: [bread/first-loaf#heat]
modules:
  - key: one
    title: {id: Satu, en: One}
    lessons:
      - guide: bread/first-loaf
      - quiz: "bread/first-loaf"
      - checklist: before-opening
exam: bread
"""
EXAM = """\
title: {id: Ujian roti, en: Bread exam}
summary: {id: Soal tentang roti., en: Questions about bread.}
slug: {id: roti, en: bread}
pass_mark: 70
pools:
  - draw: 1
    of: [bread/first-loaf#heat, 'bread/first-loaf#door']
"""


def git(project, *arguments):
    command = ["git", "-C", str(project), "-c", "user.name=x", "-c", "user.email=x@bread.example", *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def rename(project, *arguments):
    code = f"import sys, pathlib, tools.rename; sys.exit(tools.rename.rename(*{arguments!r}, root=pathlib.Path.cwd()))"
    return subprocess.run([sys.executable, "-c", code], cwd=project, capture_output=True, text=True, check=False)


def lines(project, *options):
    """What differs from the last commit: the lines that went, and those that came."""
    git(project, "add", "-A")
    told = git(project, "diff", "--cached", "-M", "-U0", *options).splitlines()
    return [each for each in told if each[:1] in "+-" and each[:3] not in ("+++", "---")]


def refusal(project, *arguments):
    """The one line that says why, and that nothing has changed."""
    done = rename(project, *arguments)
    assert (done.returncode, done.stdout) == (1, ""), done.stdout + done.stderr
    assert git(project, "status", "--porcelain", "--", "content", "quizzes") in ("", " M content/site.yaml\n")
    return done.stderr.splitlines()[-1]


@pytest.fixture
def project(tmp_path):
    project = copy_project(tmp_path / "project", ROOT / "tests" / "small")
    for kind, text in (("courses", COURSE), ("exams", EXAM)):
        (project / "content" / kind).mkdir()
        (project / "content" / kind / "bread.yaml").write_text(text, "utf-8", newline="\n")
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "x")
    return project


def test_a_guide_is_followed_by_all_that_names_it(project):
    done = rename(project, "bread/first-loaf", "cake/loaf")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[:3] == [
        "content/guides/bread/first-loaf → content/guides/cake/loaf",
        "quizzes/bread/first-loaf.yaml → quizzes/cake/loaf.yaml",
        "quizzes/bread/first-loaf.lock → quizzes/cake/loaf.lock",
    ]
    assert done.stdout.splitlines()[-1] == "guide 'bread/first-loaf' is 'cake/loaf' now"
    changed = lines(project, "--", "content/courses", "content/exams", "content/site.yaml", "content/redirects.yaml")
    assert [each for each in changed if each[0] == "+"] == [
        "+    proven: [cake/loaf#heat]",
        "+      - guide: cake/loaf",
        '+      - quiz: "cake/loaf"',
        "+    of: [cake/loaf#heat, 'cake/loaf#door']",
        "+# What was renamed, by its old key, and what was retired. Old addresses lead on by it, and what readers have",
        "+# ticked and answered counts under the new key. `python3 tasks.py rename` writes here; so may you.",
        "+keys:",
        "+  guide:",
        "+    bread/first-loaf: cake/loaf",
        "+    guide: cake/loaf",
    ]
    text = (project / "content/guides/cake/loaf/en.md").read_text("utf-8")
    assert "[its label](../../bread/selling-bread/en.md#label)" in text
    assert "![A round loaf](loaf.png)" in text
    assert "::quiz[cake/loaf]" in text


def test_hashes_hold_where_they_held_and_nowhere_else(project):
    """A link is part of its section's words: where it goes another way, so do the hashes that rely on it."""
    source = project / "content/guides/bread/first-loaf/id.md"
    source.write_text(source.read_text("utf-8").replace("---\n\n", "---\n\nSatu kalimat baru. ", 1), "utf-8")
    git(project, "commit", "-qam", "x")
    assert rename(project, "bread/first-loaf", "cake/loaf").returncode == 0
    front = (project / "content/guides/cake/loaf/en.md").read_text("utf-8").split("---")[1]
    assert "lead: edb37c" in front  # it lagged, and still does
    assert "oven: a03daf" in front
    assert "flour: 2496ff" not in front
    lock = (project / "quizzes/cake/loaf.lock").read_text("utf-8")
    assert "id: a03daf" in lock
    assert "id: 2496ff" not in lock


def test_every_other_byte_stays_also_where_lines_end_in_another_way(project):
    path = project / "content/guides/bread/selling-bread/en.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    git(project, "commit", "-qam", "x")
    assert rename(project, "bread/first-loaf", "bread/loaf").returncode == 0
    assert path.read_bytes() == before.replace(b"first-loaf/", b"loaf/")


def test_a_checklist_a_course_and_an_exam_are_renamed_and_may_get_new_slugs(project):
    assert rename(project, "before-opening", "opening", ["id=buka"]).returncode == 0
    assert "slug: buka\n" in (project / "content/checklists/opening/id.md").read_text("utf-8")
    assert "::checklist[opening]" in (project / "content/guides/bread/first-loaf/id.md").read_text("utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "x")
    assert rename(project, "course/bread", "baking", ["en=baking"]).returncode == 0
    git(project, "add", "-A")
    git(project, "commit", "-qm", "x")
    assert rename(project, "bread", "final").returncode == 0
    course = (project / "content/courses/baking.yaml").read_text("utf-8")
    assert "- checklist: opening\n" in course
    assert "exam: final\n" in course
    assert "slug: {id: roti, en: baking}" in course
    redirects = (project / "content/redirects.yaml").read_text("utf-8").splitlines()[2:]
    assert redirects == [
        "keys:",
        "  exam:",
        "    bread: final",
        "  course:",
        "    bread: baking",
        "  checklist:",
        "    before-opening: opening",
    ]


def test_our_own_documents_lead_to_the_new_place_and_call_it_by_its_new_key(project):
    """As docs/seeds.md does, which says of every guide what it teaches."""
    (project / "docs").mkdir()
    links = "[bread/first-loaf#heat](../content/guides/bread/first-loaf/en.md#heat), [a loaf]"
    links += "(../content/guides/bread/first-loaf/id.md), "
    others = "[checklist/before-opening](../content/checklists/before-opening/en.md), bread/first-loaf"
    (project / "docs/seeds.md").write_text(f"# Seeds\n\n| {links}{others} |\n", "utf-8")
    git(project, "add", "-A")
    git(project, "commit", "-qm", "x")
    done = rename(project, "bread/first-loaf", "cake/loaf")
    assert "docs/seeds.md: changes: 3" in done.stdout.splitlines()
    assert lines(project, "--", "docs")[1:] == [
        "+| [cake/loaf#heat](../content/guides/cake/loaf/en.md#heat), [a loaf](../content/guides/cake/loaf/id.md), "
        f"{others} |"
    ]
    git(project, "commit", "-qm", "x")
    assert rename(project, "before-opening", "opening").returncode == 0
    assert "[checklist/opening](../content/checklists/opening/en.md)" in (project / "docs/seeds.md").read_text("utf-8")


def test_a_rename_back_leaves_no_circle(project):
    for one, other in (("bread/first-loaf", "bread/loaf"), ("bread/loaf", "bread/first-loaf")):
        assert rename(project, one, other).returncode == 0
        git(project, "add", "-A")
        git(project, "commit", "-qm", "x")
    redirects = (project / "content/redirects.yaml").read_text("utf-8").splitlines()[2:]
    assert redirects == ["keys:", "  guide:", "    bread/loaf: bread/first-loaf"]
    assert git(project, "diff", "--name-only", "HEAD~2").split() == ["content/redirects.yaml"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (
            ("bread/first-lof", "bread/loaf"),
            "bread/first-lof: there is nothing of this key that can be renamed; nearest: bread/first-loaf",
        ),
        (
            ("bread/first-loaf", "bread/selling-bread"),
            "bread/selling-bread: there is a guide of this key; choose another one",
        ),
        (("bread/first-loaf", "Loaf"), "Loaf: no key of a guide; write it like pse/registering"),
        (("bread/first-loaf", "breads/loaf"), "breads/loaf: there is no topic 'breads'; nearest: bread"),
        (("before-opening", "bread/opening"), "bread/opening: no key of a checklist; write it like before-registering"),
        (("bread", "loaf"), "bread: several things have this key; say which: course/bread, exam/bread"),
        (("bread/first-loaf", "bread/loaf", ["roti"]), "--slug roti: write it like id=mendaftar"),
    ],
)  # fmt: skip
def test_what_can_t_be_is_said_in_one_line(project, arguments, told):
    assert refusal(project, *arguments) == told


def test_nothing_is_renamed_that_git_could_not_undo(project):
    path = project / "content/site.yaml"
    path.write_text(path.read_text("utf-8") + "\n", "utf-8")
    line = refusal(project, "bread/first-loaf", "bread/loaf")
    assert line == "content/site.yaml: not committed; commit or undo it, so that git can undo the rename"


def test_a_tree_with_errors_is_left_alone(project):
    path = project / "content/guides/bread/first-loaf/id.md"
    path.write_text(path.read_text("utf-8") + "\n[nowhere](nowhere.md)\n", "utf-8")
    git(project, "commit", "-qam", "x")
    assert refusal(project, "bread/first-loaf", "bread/loaf").startswith("rename: nothing was changed")


def test_a_slug_that_is_taken_changes_nothing(project):
    done = rename(project, "bread/first-loaf", "bread/loaf", ["en=selling-bread"])
    assert done.returncode == 1
    assert "E125 the address 'en/bread/selling-bread/'" in done.stderr
    assert git(project, "status", "--porcelain") == ""
