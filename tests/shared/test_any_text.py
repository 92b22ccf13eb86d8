"""Whatever a file holds, the engine tells what is wrong with it and goes on."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.shared.article import spots
from plugins.shared.document import document
from plugins.shared.problem import Problems
from plugins.shared.source import Source
from plugins.shared.yaml import read_yaml

SPACES = ["\n", "\n\n", " ", "    ", "\t", "\0", "\ufeff", "\u2028", "\x85", "\x0b"]
SIGNS = """
- [ ] 1. > [!NOTE] # ## ### {#a} {# } [ ] ( ) ]( ![ [@ [@a 1] ::quiz[a/b] :: <b> </b> <!-- --> ``` ` * | ---
javascript: &#115; a: key: &a *a !!int <<: ' " { é words
"""
PIECES = st.sampled_from(SPACES + SIGNS.split())
TEXTS = st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=40).map("".join))
quietly = settings(derandomize=True, max_examples=300, deadline=None, database=None)


@quietly
@given(TEXTS)
def test_no_text_makes_reading_yaml_fail(text):
    tree, problems = read_yaml(Source("any.yaml", text))
    assert (tree is None) == bool(problems)
    assert all(1 <= each.line <= text.count("\n") + 2 and each.column >= 1 for each in problems)


@quietly
@given(TEXTS)
def test_no_text_makes_reading_markdown_fail(text):
    problems = Problems()
    found = document(Source("any.md", f"---\ntitle: Bread\n---\n{text}"), problems)
    assert found is not None
    assert all(1 <= each.line <= text.count("\n") + 4 and each.column >= 1 for each in problems)
    assert all(1 <= each.line <= text.count("\n") + 4 for each in found.references)


@quietly
@given(TEXTS)
def test_no_front_matter_makes_reading_fail(text):
    problems = Problems()
    found = document(Source("any.md", text), problems)
    assert found is not None or list(problems)


@quietly
@given(st.text(alphabet="0123456789()-, AaIVX", max_size=20))
def test_no_article_makes_reading_fail(text):
    found = spots(text)
    assert found is None or found
