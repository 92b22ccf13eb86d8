"""Words that no dictionary has are told where they stand. The dictionaries here have the small site's words alone."""

from pathlib import Path

import pytest

from tools.spelling import spelling
from tools.spelling.lexicon import REFUSED, WORDS

ROOT = Path(__file__).resolve().parents[2]
GUIDE = "content/guides/bread/first-loaf/{}.md"
SHELF = Path(__file__).with_name("dictionaries")
OURS = sorted((ROOT / WORDS).glob("*.txt"))


@pytest.fixture
def told(small, capsys):
    """What is told of the small site."""

    def told():
        status = spelling(small, SHELF)
        lines = capsys.readouterr().out.splitlines()
        assert status == min(len(lines), 1)
        return lines

    return told


@pytest.fixture
def add(small):
    """Puts a paragraph into a guide of the small site."""

    def add(text, lang="en"):
        path = small / GUIDE.format(lang)
        path.write_text(path.read_text("utf-8").replace("\n\n::checklist", f"\n\n{text}\n\n::checklist"), "utf-8")

    return add


@pytest.fixture
def ours(small):
    """Writes a list of the small site."""

    def ours(name, *lines):
        (small / WORDS).mkdir(parents=True, exist_ok=True)
        (small / WORDS / f"{name}.txt").write_text("\n".join(lines), "utf-8")

    return ours


def test_nothing_is_told_where_every_word_is_known(told):
    assert told() == []


def test_a_word_is_told_where_it_stands_with_the_nearest_one(told, add):
    add("The oven is hot. Keep the *doro* shut.")
    assert told() == [
        f"{GUIDE.format('en')}:40:28: W215 'doro' is in no dictionary; did you mean 'door'? "
        f"Else add it to {WORDS}/en.txt"
    ]


def test_where_nothing_is_near_no_word_is_proposed(told, add):
    add("Xyzzy.")
    assert told() == [
        f"{GUIDE.format('en')}:40:1: W215 'Xyzzy' is in no dictionary; correct it, or add it to {WORDS}/en.txt"
    ]


def test_it_is_told_in_the_language_of_who_reads_it(told, add, monkeypatch):
    monkeypatch.setenv("PANDU_LANG", "id")
    add("Tungku itu dongin.", "id")
    assert told() == [
        f"{GUIDE.format('id')}:35:12: W215 'dongin' tidak ada dalam kamus; maksudnya 'dingin'? "
        f"Jika bukan, tambahkan ke {WORDS}/id.txt"
    ]


@pytest.mark.parametrize(
    "name, old, new, place",
    [
        (GUIDE.format("en"), "summary: From flour", "summary: From fluor", ":3:15:"),
        (GUIDE.format("en"), "![A round loaf]", "![A ruond loaf]", ":23:5:"),
        (GUIDE.format("en"), "| Wheat |", "| Whaet |", ":38:3:"),
        (
            "quizzes/bread/first-loaf.yaml",
            "en: How hot is the oven?",
            "en: >-\n        How hot\n        is the ovne?",
            ":12:16:",
        ),
        ("content/glossary.yaml", "Sour dough that", "Sour duogh that", ":9:16:"),
    ],
    ids=["front matter", "picture", "table", "quiz", "glossary"],
)
def test_every_text_is_read(told, small, name, old, new, place):
    path = small / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    (line,) = told()
    assert line.startswith(f"{name}{place} W215 ")


@pytest.mark.parametrize(
    "text",
    [
        "The oven is `hto` [@oven-1-2020 2(1)].",
        "Keep [the oven](https://hto.example/hto), hto@bread.example or hto.example.",
        "It costs 3xyz.",
        "The *tungku* (tungku) is an oven. “Tungku” is an oven.",
        "LVN is leaven, of the Label 1/2025. *Ragi alami* is leaven.",
        "BREAD, Bread, bread's door. A door-test.",
    ],
    ids=["code", "addresses", "digits", "the other language", "glossary and laws", "forms"],
)
def test_what_is_no_word_and_what_is_explained_is_let_alone(told, add, text):
    add(text)
    assert told() == []


def test_a_word_of_the_other_language_stands_in_italics_in_brackets_or_in_quotation_marks(told, add):
    add("The tungku is hot.")
    assert len(told()) == 1


def test_an_indonesian_word_is_known_with_its_endings_and_as_an_order(told, add):
    add("Rotinyalah yang dijual. Jual roti, buka tungku. Tungkumu, dan Jualkah?", "id")
    assert told() == []


def test_our_lists_count(told, add, ours):
    add("Bu Lina bakes a brioche. Brioche, Bu Lina's.")
    ours("en", "# what is baked", "", "brioche  # French", "bakes")
    ours("names", "Bu", "Lina")
    assert told() == []


def test_a_name_keeps_its_capital(told, add, ours):
    add("The lina is hot.")
    ours("names", "Lina")
    assert len(told()) == 1


def test_what_the_dictionary_has_and_we_write_otherwise_is_told(told, add, ours):
    add("Shut the Doors, keep a door-test.")
    ours("en", "!doors gates", "!test trial", "keep")
    assert [line.partition("W215 ")[2] for line in told() if ":40:" in line] == [
        "'Doors' is written 'gates' here; correct it",
        "'door-test' is written 'trial' here; correct it",
    ]


@pytest.mark.parametrize("path", OURS, ids=lambda path: path.stem)
def test_our_own_lists_are_sorted_and_name_each_word_once(path):
    lines = [line.partition("#")[0].split() for line in path.read_text("utf-8").splitlines()]
    words = [each for each in lines if each]
    assert all(len(each) == (2 if each[0].startswith(REFUSED) else 1) for each in words)
    keys = [each[0].removeprefix(REFUSED).casefold() for each in words]
    assert keys == sorted(keys)
    assert len({each[0] for each in words}) == len(words)
