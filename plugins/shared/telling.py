"""The language in which editors are told what is wrong and what was done: `PANDU_LANG`, else that of the system.

What they are told is written in English; `plugins/locale/<lang>/LC_MESSAGES/messages.po` says it in another language,
and a message that it lacks is told in English. A test holds that none is lacking.
"""

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TextIO

from plugins.shared.message import Message
from plugins.shared.words import read_catalogue

VARIABLES = ("PANDU_LANG", "LC_ALL", "LC_MESSAGES", "LANG")  # the first that is set decides, as for gettext
ENGLISH = "en"


def language(environment: Mapping[str, str] = os.environ) -> str:
    """A language that there is a catalogue for, else English."""
    wanted = next(filter(None, map(environment.get, VARIABLES)), ENGLISH)
    code = wanted.replace("-", "_").partition("_")[0].lower()
    return code if catalogue_of(code).is_file() else ENGLISH


def translation(lang: str | None = None) -> Callable[[str], str]:
    """What says a template in that language."""
    lang = lang or language()
    known = {} if lang == ENGLISH else translations(lang)
    return lambda template: known.get(template) or template


def tell(message: Message, stream: TextIO | None = None) -> None:
    """Print it as a line, in the language of who reads it."""
    print(message.said(translation()), file=stream or sys.stdout)


def catalogue_of(lang: str) -> Path:
    return Path(__file__).parents[1] / "locale" / lang / "LC_MESSAGES" / "messages.po"


def translations(lang: str) -> dict[str, str]:
    catalogue, _ = read_catalogue(lang, catalogue_of(lang).read_text("utf-8"))
    return {each.id: each.string for each in catalogue if each.id and isinstance(each.string, str)}
