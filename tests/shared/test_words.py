"""A catalogue is read or told to be damaged, in one line; nothing of it can break a page."""

from datetime import date

import pytest

from plugins.shared.problem import Problems
from plugins.shared.words import read_words

HEAD = 'msgid ""\nmsgstr ""\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'  # lines 1 to 4
HELLO = 'msgid "Hello"\nmsgstr "Halo"\n'


@pytest.fixture
def read(tmp_path):
    """The words of a catalogue, and a function that says what is told of it."""

    def read(data, lang="en"):
        path = tmp_path / lang / "LC_MESSAGES" / "messages.po"
        path.parent.mkdir(parents=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        problems = Problems()
        words = read_words(lang, tmp_path, tmp_path, problems)
        start = f"{lang}/LC_MESSAGES/messages.po:"
        return words, lambda: [str(each).removeprefix(start) for each in problems]

    return read


def test_a_good_catalogue_speaks_and_nothing_is_told(read):
    text = HEAD + HELLO + 'msgctxt "address"\nmsgid "quiz"\nmsgstr "kuis"\n\n#~ msgid "Old\n#~ <<<\n'
    words, told = read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert (words.gettext("Hello"), words.address("quiz"), told()) == ("Halo", "kuis", [])


@pytest.mark.parametrize(
    ("rest", "place", "message"),
    [
        (b'msgid "Caf\xe9"\nmsgstr "x"\n', "5:11", "this byte is not UTF-8; save the file as UTF-8"),
        ("<<<<<<< HEAD\n" + HELLO, "5:1", "git left two versions here; keep one and remove its marks"),
        (HELLO + "=======\n", "7:1", "'=======' can't be read; a line is msgid or msgstr and a text in quotes"),
        ('msgid "Hello\nmsgstr "Halo"\n', "5:1", "'msgid \"Hello' can't be read; a line is msgid or"),
        ('msgid "Hello"\nmsgstr "a" b"\n', "6:1", "'msgstr \"a\" b\"' can't be read; a line is msgid or"),
        ('msgid "Hello"\nmsgstr[x] "a"\n', "6:1", "'msgstr[x] \"a\"' can't be read; a line is msgid or"),
        ('msgid "Hello"\nmsgstr[ "a"\n', "6:1", "'msgstr[ \"a\"' can't be read; a line is msgid or"),
        ('msgid "Hello"\nmsgstr "a"\nmsgstr "b"\n', "7:1", "'msgstr \"b\"' can't stand here; an entry has one msgid"),
        (HELLO + 'msgid "End', "7:1", "'msgid \"End' can't be read; a line is msgid or"),
        (HELLO + 'msgid "End"', "7:1", "this msgid has no msgstr; add it"),
        (HELLO + 'msgctxt "address"', "7:1", "this msgctxt has no msgstr; add it"),
        ('msgid "Bye"\n\n' + HELLO, "5:1", "this msgid has no msgstr; add it"),
        ('msgid "Hello"\n# why\nmsgstr "Halo"\n', "5:1", "this catalogue can't be read: missing msgstr for msgid"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[7] "c"\n', "5:1", "this catalogue can't be read: msg has more translat"),
    ],
)
def test_a_damaged_catalogue_is_one_problem_at_its_line(read, rest, place, message):
    words, told = read(HEAD.encode() + (rest if isinstance(rest, bytes) else rest.encode()))
    assert words.gettext("Missing") == "Missing"
    assert words.address("quiz") == "quiz"
    assert words.ngettext("%(num)s task", "%(num)s tasks", 2) == "%(num)s tasks"
    assert words.day(date(2026, 3, 5)) == "5 March 2026"
    (line,) = told()
    assert line.startswith(f"{place}: E171 {message}")


@pytest.mark.parametrize(
    "head",
    ["Plural-Forms: nplurals=two; plural=0;", "Plural-Forms: nplurals=2; plural=n!;", "POT-Creation-Date: soon"],
)
def test_a_damaged_head_is_told_at_its_line(read, head):
    words, told = read(f'# a note\nmsgid ""\nmsgstr "{head}\\n"\n\n{HELLO}')
    words.gettext("Missing")
    (line,) = told()
    assert line.startswith("2:1: E171 the head of this catalogue can't be read: ")


def test_a_head_that_tells_another_encoding_does_no_harm(read):
    words, told = read('msgid ""\nmsgstr "Content-Type: text/plain; charset=ASCII\\n"\n\nmsgid "Hello"\nmsgstr "Hé"\n')
    assert (words.gettext("Hello"), told()) == ("Hé", [])


@pytest.mark.parametrize(
    ("message", "translation", "wrong"),
    [
        ("%(count)s pages", "%(cont)s halaman", "%(cont)s is unknown, %(count)s is missing"),
        ("%(day)s", "%(day)s %(extra)s", "%(extra)s is unknown"),
        ("%(day)s", "today", "%(day)s is missing"),
        ("%(day)s", "%(day)d", "%(day) is unknown, %(day)s is missing"),
        ("%(day)s", "%(day", "%(day is unknown, %(day)s is missing"),
        ("all of it", "100%", "a lone % is written %%"),
        ("all of it", "100% sure", "a lone % is written %%"),
        ("{right} of {all}", "{righ} dari {all}", "{righ} is unknown, {right} is missing"),
    ],
)
def test_placeholders_are_those_of_the_message(read, message, translation, wrong):
    words, told = read(f'{HEAD}# a note\nmsgid "{message}"\nmsgstr "{translation}"\n')
    assert words.gettext(message) == message, "it would break the page"
    assert told() == [f"6:1: E171 the placeholders of '{message}' differ here: {wrong}"]


@pytest.mark.parametrize("translation", ["%(day)s, %(place)s", "%(place)s: %(day)s", "%(place)s %(day)s 100%%", ""])
def test_placeholders_have_any_order(read, translation):
    _, told = read(f'{HEAD}msgid "%(day)s, %(place)s"\nmsgstr "{translation}"\n')
    assert told() == []


def plural(one, many):
    return f'{HEAD}msgid "%(num)s task of %(title)s"\nmsgid_plural "%(num)s tasks of %(title)s"\n' + (
        f'msgstr[0] "{one}"\nmsgstr[1] "{many}"\n'
    )


def test_a_plural_form_may_leave_out_the_count_and_nothing_else(read):
    words, told = read(plural("One task of %(title)s", "%(num)s tasks of %(title)s"))
    assert words.ngettext("%(num)s task of %(title)s", "", 1) == "One task of %(title)s"
    assert told() == []


@pytest.mark.parametrize(
    ("one", "many", "wrong"),
    [
        ("One task", "%(num)s tasks of %(title)s", "%(title)s is missing"),
        ("One task", "%(num)s tasks", "%(title)s is missing"),
        ("%(num)s task of %(title)s", "%(nun)s tasks of %(title)s", "%(nun)s is unknown"),
        ("% task of %(title)s", "%(num)s tasks of %(title)s", "a lone % is written %%"),
    ],
)
def test_every_plural_form_is_looked_at(read, one, many, wrong):
    words, told = read(plural(one, many))
    for count in (1, 2):
        assert words.ngettext("%(num)s task of %(title)s", "", count) % {"num": count, "title": "x"}
    assert told() == [f"5:1: E171 the placeholders of '%(num)s task of %(title)s' differ here: {wrong}"]


def test_a_fuzzy_entry_is_told_at_its_line(read):
    words, told = read(HEAD + "#, fuzzy\n" + HELLO + '\n#, fuzzy\nmsgctxt "address"\nmsgid "quiz"\nmsgstr "kuis"\n')
    assert told() == [], "only when it is asked for it is known to be needed"
    words.gettext("Hello")
    words.address("quiz")
    assert told() == [
        "6:1: E170 'Hello' is marked fuzzy; check it and remove the mark",
        "11:1: E170 'quiz' (context 'address') is marked fuzzy; check it and remove the mark",
    ]


def test_a_missing_word_is_told_in_the_first_line(read):
    words, told = read(HEAD + HELLO)
    words.gettext("Bye")
    assert told() == ["1:1: E170 no word for 'Bye'; add it to this catalogue"]
