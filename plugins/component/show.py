"""Renders an example: for the component's page and for its test, the same way."""

import copy
import re
from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup
from pydantic import ValidationError

from plugins.component.model import Example
from plugins.shared.site import Site

Macros = Callable[[str], Callable[..., str]]  # a component's macro by its name
View = Callable[[str, str, str], Macros]  # the macros as a page sees them, by its kind, key and language

TAG = re.compile(r"<[a-z][^<>]*>")
NAMES = re.compile(r'(?<= )(id|for|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"')
WAYS = re.compile(r'(?<= )(href="|fill="url\()#([^")]*)')


def show(name: str, example: Example, view: View, lang: str, site: Site, at: str) -> Markup | None:
    """What the component makes of the example in a language; nothing where this site lacks what the example names.

    `at` is the id of where the example stands: no id of it is another's, and its links lead nowhere else on the page.
    """
    try:
        arguments = arguments_of(example, lang, site)
        macro = view(*example.on, lang)(name)
        html = str(macro(**arguments))
    except (LookupError, ValidationError):  # no such page, no such thing, another language: another site's examples
        return None
    return Markup(with_own_ids(html, f"{at}-{lang}-", at))


def arguments_of(example: Example, lang: str, site: Site) -> dict[str, Any]:
    """The macro's arguments: plain ones, those of the language (or of the first that has them), those of the site;
    what is to be like a thing of the site becomes one.
    """
    said = example.words.get(lang) or next(iter(example.words.values()), {})
    arguments = {key: safe(value) for key, value in copy.deepcopy({**example.arguments, **said}).items()}
    for argument, way in example.from_site.items():
        *above, last = argument.split(".")
        holder = arguments
        for each in above:
            holder = holder[each]
        holder[last] = thing(site.things, [lang if each == "{lang}" else each for each in way])
    for argument, way in example.like.items():
        model = type(thing(site.things, way))
        arguments[argument] = model.model_validate(arguments[argument], context={"languages": site.languages})
    return arguments


def safe(value: Any) -> Any:
    """A text with elements is what a component gets as rendered already."""
    return Markup(value) if isinstance(value, str) and "<" in value else value


def thing(there: Any, way: list[str]) -> Any:
    """What stands at the end of a way of keys and names: `guide`, `pse/what-is-a-pse`, `documents`, `id`."""
    for each in way:
        there = there[each] if isinstance(there, Mapping) else getattr(there, each)
    return there


def with_own_ids(html: str, prefix: str, at: str) -> str:
    """The HTML with the prefix before each id and what names one; a way to an id that is not in it leads to `at`."""
    own = {found[2] for tag in TAG.findall(html) for found in NAMES.finditer(tag) if found[1] == "id"}

    def renamed(found: re.Match[str]) -> str:
        return f'{found[1]}="{" ".join(prefix + each for each in found[2].split())}"'

    def led(found: re.Match[str]) -> str:
        return f"{found[1]}#{prefix + found[2] if found[2] in own else at}"

    return TAG.sub(lambda tag: WAYS.sub(led, NAMES.sub(renamed, tag[0])), html)
