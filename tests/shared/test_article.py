import pytest

from plugins.shared.article import names, order, spots


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("2", {("2", "")}),
        ("2(2)", {("2", "2")}),
        ("2(2a)", {("2", "2a")}),
        ("16A", {("16A", "")}),
        ("1(5)-(7)", {("1", "5"), ("1", "6"), ("1", "7")}),
        ("1(5a)-(5c)", {("1", "5a"), ("1", "5b"), ("1", "5c")}),
        ("9-11", {("9", ""), ("10", ""), ("11", "")}),
        ("16A-16C", {("16A", ""), ("16B", ""), ("16C", "")}),
        ("53, 55", {("53", ""), ("55", "")}),
        ("IV", {("IV", "")}),
    ],
)
def test_an_article_is_read_as_it_is_cited(written, found):
    assert spots(written) == found


BAD = [
    "",
    "x",
    "article 2",
    "2(",
    "2 (2)",
    "11-9",
    "1(3)-(1)",
    "2B-2A",
    "1-999",
    "9A-11",
    "2(1)-3",
    "1(5a)-(7)",
    "9–11",
    "²",
]


@pytest.mark.parametrize("written", [*BAD, "9" * 5000, "1-" + "9" * 5000])
def test_what_is_no_article_is_nothing(written):
    assert spots(written) is None


@pytest.mark.parametrize(
    ("named", "cited", "true"),
    [
        ("2", "2", True),
        ("2", "2(3)", True),  # the whole article is named
        ("2(3)", "2", True),  # the article is partly named
        ("2(3)", "2(4)", False),
        ("2(1)-(3)", "2(2)-(3)", True),
        ("2(1)-(3)", "2(3)-(4)", False),
        ("9-11", "10", True),
        ("9-11", "10, 12", False),
        ("16", "16A", False),
    ],
)
def test_an_article_is_cited_where_it_is_named(named, cited, true):
    assert names(spots(named), spots(cited)) is true


def test_articles_are_sorted_as_in_a_law():
    assert sorted(["100", "2(5)", "16A", "2", "I", "9-11", "2(10)"], key=order) == [
        "2", "2(5)", "2(10)", "9-11", "16A", "100", "I",
    ]  # fmt: skip
