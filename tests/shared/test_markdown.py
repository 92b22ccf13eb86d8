import time

import pytest

from plugins.shared.markdown import parse


def kinds(text: str) -> list[str]:
    tokens, _, slips = parse(text)
    assert not slips
    return [token.type for token in tokens]


def test_alignment_is_a_class_and_never_a_style():
    tokens, _, _ = parse("| a | b | c | d |\n| :-- | :-: | --: | --- |\n| 1 | 2 | 3 | 4 |\n")
    cells = [token.attrs for token in tokens if token.type in ("th_open", "td_open")]
    assert cells == [{"class": "align-left"}, {"class": "align-center"}, {"class": "align-right"}, {}] * 2


@pytest.mark.parametrize("name", ["NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION", "note", "Tip"])
def test_a_quotation_that_begins_with_its_kind_is_a_note(name):
    tokens, _, slips = parse(f"> [!{name}]\n> Hot.\n")
    assert not slips
    assert tokens[0].meta["note"] == name.lower()
    assert tokens[2].content == "Hot."


def test_a_note_may_begin_with_a_list():
    tokens, _, slips = parse("> [!NOTE]\n>\n> - Hot.\n")
    assert not slips
    assert [token.type for token in tokens][:2] == ["blockquote_open", "bullet_list_open"]


def test_a_plain_quotation_is_no_note():
    tokens, _, slips = parse("> Hot, said the baker.\n")
    assert not slips
    assert "note" not in tokens[0].meta


@pytest.mark.parametrize(
    "text", ["- [ ] A {#a}\n- [ ] B {#b}\n", "- [ ] A {#a}\n\n- [ ] B {#b}\n"], ids=["tight", "loose"]
)
def test_tasks_are_tasks_in_tight_and_in_loose_lists(text):
    tokens, _, slips = parse(text)
    assert not slips
    assert [token.meta.get("key") for token in tokens if token.type == "list_item_open"] == ["a", "b"]
    assert [tokens[at + 1].content for at, token in enumerate(tokens) if token.type == "label_open"] == ["A", "B"]


def test_tasks_nest_and_a_task_may_hold_plain_items():
    tokens, _, slips = parse("- [ ] A {#a}\n  - [ ] B {#b}\n- [ ] C {#c}\n\n  - plain\n")
    assert not slips
    items = [(token.level, token.meta.get("key")) for token in tokens if token.type == "list_item_open"]
    assert items == [(1, "a"), (3, "b"), (1, "c"), (3, None)]


def test_a_mixed_list_is_told_once():
    _, _, slips = parse("- plain\n- [ ] A {#a}\n- [ ] B {#b}\n- [ ] C {#c}\n")
    assert [(each.code, each.line) for each in slips] == [("E150", 2)]


def test_a_link_in_brackets_is_no_task():
    _, _, slips = parse("- [x](a.md)\n")
    assert not slips


FENCED = ["```\n{}\n```\n", "~~~\n{}\n~~~\n", "    {}\n", "Say `{}` so.\n", "- ```\n  {}\n  ```\n"]
OURS = ["::quiz[a/b]", "[@a 1]", "{#key}", "<b>bold</b>", '{onclick="x"}', "::nothing"]


@pytest.mark.parametrize("fence", FENCED, ids=["backticks", "tildes", "indented", "inline", "in a list"])
@pytest.mark.parametrize("text", OURS)
def test_in_code_everything_stays_text(fence, text):
    tokens, references, slips = parse(fence.format(text))
    assert not references
    assert not slips
    contents = [each.content for token in tokens for each in (token, *(token.children or ()))]
    assert any(text in content for content in contents)


def test_a_directive_may_stand_up_to_three_spaces_in():
    _, references, slips = parse("  ::quiz[a/b]  \n")
    assert not slips
    assert [(each.words, each.target, each.alone) for each in references] == [("quiz", "a/b", True)]


def test_a_colon_pair_in_a_text_is_no_directive():
    _, _, slips = parse("The type std::vector, and ::1 is an address.\n")
    assert not slips


def test_a_picture_is_described_without_marks():
    _, references, _ = parse("![A *round* `loaf`](loaf.png)\n")
    assert references[0].words == "A round loaf"


def test_nothing_of_an_editor_becomes_an_attribute():
    tokens, _, _ = parse('[a](b.md "title"){#x .y onclick="z"}\n\n## T {#t}\n\n```js onclick=x\n```\n')
    names = {name for token in tokens for each in (token, *(token.children or ())) for name in each.attrs}
    assert names <= {"href", "title"}


def test_a_long_line_of_opened_citations_takes_no_time():
    """It took ten seconds with a pattern that looked to the end of the line every time."""
    before = time.process_time()
    parse("[@a " * 10_000)
    assert time.process_time() - before < 4
