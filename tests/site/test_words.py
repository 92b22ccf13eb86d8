"""The interface: every message stands in every catalogue, none is fuzzy, placeholders agree."""

import re
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = ("id", "en")
PLACEHOLDER = re.compile(r"%\(\w+\)s|%%")
ADDRESS = re.compile(r"""\.address\(['"]([\w-]+)['"]\)""")
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
JINJA = {"extensions": "jinja2.ext.i18n", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
THEME = (ROOT / "theme", [("**.j2", "jinja2")], {"**.j2": JINJA})
PLUGINS = (ROOT / "plugins", [("**.py", "python")], {})


def messages():
    """Every message that templates and plugins say, as (context, message)."""
    found = set()
    for folder, methods, options in (THEME, PLUGINS):
        for _, _, message, _, context in extract_from_dir(folder, methods, options, keywords=KEYWORDS):
            found.add((context, message[0] if isinstance(message, tuple) else message))
    for path in PLUGINS[0].rglob("*.py"):  # these stand in f-strings, where extraction does not look
        found |= {("address", word) for word in ADDRESS.findall(path.read_text("utf-8"))}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_catalogue_is_complete(lang):
    with (ROOT / "theme" / "locale" / lang / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale=lang, abort_invalid=True)
    known = {(each.context, each.id[0] if isinstance(each.id, tuple) else each.id) for each in catalogue if each.id}
    said = messages()
    assert said - known == set()
    assert known - said == set(), "nobody says these any more"
    assert not [each.id for each in catalogue if each.id and each.fuzzy]


def test_every_indonesian_word_is_translated_with_its_placeholders():
    with (ROOT / "theme" / "locale" / "id" / "LC_MESSAGES" / "messages.po").open("rb") as file:
        catalogue = read_po(file, locale="id")
    for each in catalogue:
        if not each.id:
            continue
        sources = each.id if isinstance(each.id, tuple) else (each.id,)
        texts = each.string if isinstance(each.string, tuple) else (each.string,)
        assert all(texts), each.id
        for text in texts:
            assert set(PLACEHOLDER.findall(text)) == set(PLACEHOLDER.findall(sources[-1])), each.id
