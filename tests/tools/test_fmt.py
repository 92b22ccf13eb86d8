"""`fmt`: one style for content and quizzes, which changes no word, no data, no hash and no comment."""

from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.source import Source, read_source
from tools.fmt import STYLES, fmt, markdown, yaml
from tools.fmt.tables import aligned

ROOT = Path(__file__).resolve().parents[2]
STYLED = Path(__file__).parent / "styled"  # each file as it was written, and beside it as it is written here
TREES = [ROOT / "content", ROOT / "quizzes", ROOT / "tests", ROOT / "theme"]
FILES = sorted(path for tree in TREES for path in tree.rglob("*") if path.suffix in STYLES)


@pytest.fixture
def tree(small):
    """The small site in our style."""
    fmt(root=small)
    return small


def written(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("path", sorted(STYLED.glob("*.before.*")), ids=lambda path: path.name)
def test_a_file_is_written_as_the_one_beside_it(path):
    after = path.with_name(path.name.replace(".before.", ".after."))
    assert STYLES[path.suffix](path.read_text("utf-8")) == after.read_text("utf-8")


def test_every_file_that_we_have_says_the_same_in_our_style():
    told = 0
    for path in FILES:
        source = read_source(path, ROOT, Problems())
        if source is not None:
            says_the_same(source.text, STYLES[path.suffix](source.text), path.suffix)
            told += 1
    assert told > 300


def says_the_same(before, after, suffix):
    """Data, comments, sections with their hashes, tasks; and our style is in our style."""
    assert STYLES[suffix](after) == after
    if suffix == ".yaml":
        assert yaml.data_of(after) == yaml.data_of(before)
        return
    one, other = (document(Source("", text), Problems()) for text in (before, after))
    assert (one is None) == (other is None)
    if one and other:
        assert one.front.data == other.front.data
        assert [(each.key, each.title, each.hash) for each in one.sections] == [
            (each.key, each.title, each.hash) for each in other.sections
        ]
        assert [key for key, _ in one.tasks] == [key for key, _ in other.tasks]


WORDS = st.text(
    st.characters(categories=("L", "N", "P", "S", "Zs"), include_characters="\n\t#:-'\"[]{},&*!|>%@"), max_size=12
)
DATA = st.recursive(
    WORDS | st.none() | st.dates() | st.booleans() | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(DATA, st.sampled_from([None, "'", '"', "|", ">"]), st.sampled_from([None, True, False]), st.integers(1, 6))
def test_whatever_a_library_writes_means_the_same_in_our_style(data, quote, flow, indent):
    text = pyyaml.safe_dump(
        {"top": data}, default_style=quote, default_flow_style=flow, indent=indent, allow_unicode=True
    )
    says_the_same(text, yaml.formatted(text), ".yaml")


LINES = """
Words.
Words.\x20\x20
and more \t
## Head {#head}
### Below {#below}
- point
  - below
1. step
- [ ] Do it. {#do}
  Why.
> said
> [!TIP]
::quiz[a/b]
  ::quiz[a/b]
```
    code\x20\x20
Head
===
---
| a | b |
|a|b|
|---|--:|
| :-: | - |
| c \\| d |  |
a | b
<b>
`code\x20\x20
\\
"""


@settings(deadline=None)
@given(st.lists(st.sampled_from(LINES.split("\n")), max_size=14))
def test_whatever_lines_a_text_has_the_page_stays_the_same(lines):
    text = "---\ntitle: A\n---\n" + "\n".join(lines)
    after = markdown.formatted(text)
    says_the_same(text, after, ".md")
    assert markdown.meaning(after.split("---\n", 2)[2]) == markdown.meaning(text.split("---\n", 2)[2])


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(["title: a", "# note", "", "slug: b # why", "follows:\n  lead: x", "level: c"]),
        max_size=9,
        unique=True,
    )
)
def test_front_matter_keeps_its_comments_and_puts_its_keys_in_order(lines):
    text = "---\n" + "\n".join(lines) + "\n---\n\nWords.\n"
    after = markdown.formatted(text)
    says_the_same(text, after, ".md")
    keys = [line.partition(":")[0] for line in after.split("---")[1].splitlines() if line[:1].isalpha()]
    assert keys == [key for key in markdown.ORDER if key in keys]
    assert sorted(line.strip() for line in after.splitlines() if "#" in line) == sorted(
        each for each in lines if "#" in each
    )


def test_columns_are_as_wide_as_their_letters_on_the_screen():
    assert aligned(["|宽|b|", "|--|-:|", "|a|10|", "|é|2|"]) == [
        "| 宽  |    b |",
        "| --- | ---: |",
        "| a   |   10 |",
        "| é   |    2 |",
    ]


def test_a_table_that_no_screen_holds_has_one_space_around_each_cell():
    long = "words " * 20
    assert aligned(["|a|b|", "|:-|-|", f"|{long}|c|"]) == ["| a | b |", "| :--- | --- |", f"| {long.strip()} | c |"]


def test_a_file_is_written_once_and_then_let_alone(tree, capsys):
    path = tree / "content/guides/bread/first-loaf/en.md"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n") + b"\r\n\r\n")
    capsys.readouterr()
    assert fmt(root=tree) == 0
    assert capsys.readouterr().out == "content/guides/bread/first-loaf/en.md: written in our style\n"
    assert b"\r" not in path.read_bytes()
    assert fmt(root=tree) == 0
    assert capsys.readouterr().out == ""


def test_check_tells_the_first_line_that_differs_and_writes_nothing(tree, capsys):
    path = tree / "content/guides/bread/first-loaf/en.md"
    path.write_text(path.read_text("utf-8") + "\n\n", "utf-8")
    before, line = written(tree), path.read_text("utf-8").count("\n") - 1
    assert fmt(check=True, root=tree) == 1
    assert f"first-loaf/en.md:{line}: not in our style; `python3 tasks.py fmt` mends it\n" in capsys.readouterr().out
    assert written(tree) == before
    fmt(root=tree)
    assert fmt(check=True, root=tree) == 0


def test_a_file_that_cannot_be_read_is_told_and_left_as_it_is_and_the_others_are_written(tree, capsys):
    guide = tree / "content/guides/bread"
    broken, other = guide / "first-loaf/en.md", guide / "first-loaf/id.md"
    broken.write_text("---\ntitle: A: b\n---\n\nWords.   \n\n\n\n", "utf-8")
    other.write_text(other.read_text("utf-8") + "\n\n", "utf-8")
    quiz = next((tree / "quizzes").rglob("*.yaml"))
    quiz.write_bytes(b"title:   [\xff")
    before = broken.read_bytes()
    capsys.readouterr()
    assert fmt(root=tree) == 2
    told = capsys.readouterr()
    assert [line.split(": ")[1].split(" ")[0] for line in told.err.splitlines()] == ["E104", "E101"]
    assert told.out == "content/guides/bread/first-loaf/id.md: written in our style\n"
    assert (broken.read_bytes(), quiz.read_bytes()) == (before, b"title:   [\xff")


def test_the_small_site_is_the_same_site_in_our_style(small, read):
    """What follows still follows, and what is approved still is."""
    before = read(small)
    fmt(root=small)
    after = read(small)
    assert (before.told, after.told) == ([], [])
    assert after.tree.site["quiz"] == before.tree.site["quiz"]


def test_locks_and_what_is_no_text_are_passed_over(tree):
    before = {name: data for name, data in written(tree).items() if not name.endswith((".md", ".yaml"))}
    fmt(root=tree)
    assert before.items() <= written(tree).items()
    assert any(name.endswith(".lock") for name in before)


def test_a_link_that_leads_out_of_the_project_is_not_followed(tree, tmp_path, capsys):
    outside = tmp_path / "outside.yaml"
    outside.write_text("a:   b\n", "utf-8")
    (tree / "content/regulations/outside.yaml").symlink_to(outside)
    assert fmt(root=tree) == 2
    assert "E114" in capsys.readouterr().err
    assert outside.read_text("utf-8") == "a:   b\n"
