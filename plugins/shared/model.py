"""Models: the schema of every file, checked by pydantic; every mistake is told at its own line and column."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime
from itertools import pairwise
from typing import Annotated, Any, Literal, Self, TypeVar, get_args, get_origin

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    PrivateAttr,
    RootModel,
    ValidationError,
    ValidationInfo,
    model_validator,
)
from pydantic_core import PydanticCustomError

from plugins.shared.message import Listed, Message
from plugins.shared.problem import Problem, nearest
from plugins.shared.yaml import Loc, Tree

M = TypeVar("M", bound="Model")
Rule = Callable[[M], Iterator[Problem]]


class Model(BaseModel):
    """What an editor writes: frozen, no unknown keys; `problem` tells of a mistake at the place of a value."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
    _tree: Tree | None = PrivateAttr(default=None)
    _at: Loc = PrivateAttr(default=())

    def part_of(self, whole: "Model", at: Loc) -> Self:
        """Itself, knowing that it stands at this place of the whole's file."""
        self._tree, self._at = whole._tree, at
        return self

    def problem(self, loc: Loc, code: str, message: Message) -> Problem:
        """A problem at `loc`, counted from the model's top; only what was read from a file has places."""
        assert self._tree is not None
        return self._tree.problem((*self._at, *loc), code, message)

    def position(self, loc: Loc) -> tuple[str, int, int]:
        """File, line and column of a value."""
        assert self._tree is not None
        return self._tree.source.name, *self._tree.place((*self._at, *loc))

    def where(self, loc: Loc) -> str:
        """`file:line` of a value, for who looks it up."""
        name, line, _ = self.position(loc)
        return f"{name}:{line}"


class Text(RootModel[dict[str, str]]):
    """One string a language, all languages of the site and no other: `text["id"]`."""

    model_config = ConfigDict(frozen=True, strict=True)

    def __getitem__(self, lang: str) -> str:
        return self.root[lang]

    @model_validator(mode="before")
    @classmethod
    def has_languages(cls, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str):
            example = ", ".join(f"'{lang}: …'" for lang in (info.context or {}).get("languages", ()))
            message = Message(
                "this text is the same in every language; write {example}, each on a line of its own", example=example
            )
            raise refusal(message, "language")
        return value

    @model_validator(mode="after")
    def every_language(self, info: ValidationInfo) -> Self:
        languages = (info.context or {}).get("languages", ())
        missing = [lang for lang in languages if not self.root.get(lang, "").strip()]
        foreign = [lang for lang in self.root if lang not in languages]
        if missing:
            raise refusal(Message("the text is missing in '{lang}'; add it", lang="', '".join(missing)), "language")
        if foreign:
            message = Message("'{lang}' is no language of this site; remove it", lang="', '".join(foreign))
            raise refusal(message, "language")
        return self


class Slugs(Text):
    """A part of an address in every language."""

    root: dict[str, "Key"]


def refusal(message: Message, kind: str = "value") -> PydanticCustomError:
    """What a validator raises: pydantic would make a text of the message, so it is handed through beside it."""
    return PydanticCustomError(kind, "{message}", {"message": message})


def matching(pattern: str, message: Message) -> Callable[[object], object]:
    """A validator: the whole text matches the pattern, or the message tells, with the text as `{value}`."""

    def check(value: object) -> object:
        if isinstance(value, str) and not re.fullmatch(pattern, value):
            raise refusal(message.filled(value=value))
        return value

    return check


def _day(value: object) -> object:
    if isinstance(value, str):
        try:
            return datetime.strptime(value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else "", "%Y-%m-%d").date()
        except ValueError:
            raise refusal(Message("'{value}' is no date; write it as 2026-11-22", value=value)) from None
    return value


def _whole(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"\d{1,15}", value):
            raise refusal(Message("'{value}' is no whole number; write digits only", value=value))
        return int(value)
    return value


def _truth(value: object) -> object:
    if isinstance(value, str):
        if value not in ("true", "false"):
            raise refusal(Message("'{value}' is neither true nor false; write one of them", value=value))
        return value == "true"
    return value


def _months(value: object) -> object:
    if isinstance(value, str):
        if not re.fullmatch(r"([1-9]|[1-5]\d|60)m", value):
            raise refusal(Message("'{value}' is no span of months; write it as 6m, at most 60m", value=value))
        return int(value[:-1])
    return value


KEY = r"[a-z0-9]+(-[a-z0-9]+)*"
NO_LINE = Message("a text is expected here; write one")
NO_KEY = Message("'{value}' is no key; use a-z, 0-9 and single hyphens")
NO_GUIDE = Message("'{value}' is no guide; write topic/guide")
NO_SECTION = Message("'{value}' is no section of a guide; write topic/guide#section")
NO_ADDRESS = Message("'{value}' is no https address; begin it with https://")
Line = Annotated[str, BeforeValidator(matching(r"(?s).*\S.*", NO_LINE))]
Key = Annotated[str, BeforeValidator(matching(KEY, NO_KEY))]
GuideKey = Annotated[str, BeforeValidator(matching(f"{KEY}/{KEY}", NO_GUIDE))]
Cite = Annotated[str, BeforeValidator(matching(f"{KEY}/{KEY}#{KEY}", NO_SECTION))]
Slugs.model_rebuild()
Web = Annotated[str, BeforeValidator(matching(r"https://\S+", NO_ADDRESS))]
Day = Annotated[date, BeforeValidator(_day)]
Whole = Annotated[int, BeforeValidator(_whole)]
Truth = Annotated[bool, BeforeValidator(_truth)]
Months = Annotated[int, BeforeValidator(_months)]

# `tuple` fields arrive as lists from YAML; strict pydantic wants the tuple itself
T = TypeVar("T")
Several = Annotated[tuple[T, ...], BeforeValidator(lambda value: tuple(value) if isinstance(value, list) else value)]


def read_model(
    tree: Tree, model: type[M], languages: tuple[str, ...], rules: tuple[Rule, ...] = ()
) -> tuple[M | None, list[Problem]]:
    """The model of a file, and what is wrong: all mistakes of the schema at once, or else all that the rules say."""
    try:
        thing = model.model_validate({} if tree.data is None else tree.data, context={"languages": languages})
    except ValidationError as error:
        return None, list(_all_told(error.errors(), tree, model))
    thing._tree = tree
    return thing, [problem for rule in rules for problem in rule(thing)]


def texts(model: Model, loc: Loc = ()) -> Iterator[tuple[Loc, Text]]:
    """Every text of a model, and where it stands in it."""
    for name in type(model).model_fields:
        yield from _texts(getattr(model, name), (*loc, name))


def _texts(value: object, loc: Loc) -> Iterator[tuple[Loc, Text]]:
    if isinstance(value, Text):
        yield loc, value
    elif isinstance(value, Model):
        yield from texts(value, loc)
    elif isinstance(value, tuple | dict):
        for key, each in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(each, (*loc, key))


def repeated(keys: Iterable[str]) -> Iterator[tuple[int, str]]:
    """The number and the key wherever one stands that has stood before."""
    seen: set[str] = set()
    for at, key in enumerate(keys):
        if key in seen:
            yield at, key
        seen.add(key)


TAG = "type"  # the key that chooses among models
THE_KEY = "[key]"  # ends pydantic's path where a key itself is wrong, and not its value
A_LIST = Message("a list is expected here; begin each line with '- ', or use [a, b]")
KEYS = Message("keys with values are expected here, each on a line of its own")
A_VALUE = Message("a simple value is expected here, not a list or keys")
NOTHING = Message("a value is missing here; write one, or remove the key")
EXPECTED = {
    "tuple_type": A_LIST,
    "list_type": A_LIST,
    "model_type": KEYS,
    "model_attributes_type": KEYS,
    "dict_type": KEYS,
}


def _all_told(errors: list[Any], tree: Tree, model: type[Model]) -> Iterator[Problem]:
    """Every error of pydantic, in an editor's words. A misspelt key is not told as a missing one as well."""
    errors = [_as_written(each, tree) for each in errors]
    missing = {tuple(each["loc"]) for each in errors if each["type"] == "missing"}
    for each in errors:
        if each["type"] == "extra_forbidden":
            loc = tuple(each["loc"])
            lacking = sorted(str(key) for *above, key in missing if tuple(above) == loc[:-1])
            near = nearest(str(loc[-1]), lacking)
            missing.discard((*loc[:-1], near))
            yield _unknown(loc, near or nearest(str(loc[-1]), sorted(_fields(model))), tree)
        elif each["type"] != "missing":
            yield _told(each, tree)
    for *above, key in sorted(missing, key=str):
        message = Message("the key '{key}' is missing; add it", key=key)
        if known := _allowed(str(key), model):
            message = Message(
                "the key '{key}' is missing; add it, with one of: {known}", key=key, known=Listed(", ", known)
            )
        yield tree.problem(tuple(above), "E108", message)


def _as_written(error: Any, tree: Tree) -> Any:
    """The error at its place in the file: where a type chooses the model, pydantic puts it into the path."""
    if not error["loc"]:
        return error
    *above, last = error["loc"]
    node, loc = tree.data, []
    for before, each in pairwise((None, *above)):
        if isinstance(node, dict) and (each not in node or (isinstance(before, int) and each == node.get(TAG))):
            continue  # an editor may have written a key of the type's name all the same
        loc.append(each)
        node = node[each]
    if error["type"] == "union_tag_not_found":
        return error | {"type": "missing", "loc": (*loc, last, TAG)}
    if error["type"] == "union_tag_invalid":
        context = {"expected": error["ctx"]["expected_tags"]}
        return {"type": "literal_error", "loc": (*loc, last, TAG), "input": error["ctx"]["tag"], "ctx": context}
    return error | {"loc": (*loc, last)}


def _unknown(loc: Loc, near: str, tree: Tree) -> Problem:
    line, column = tree.keys.get(loc, tree.place(loc))
    hint = Message("did you mean '{near}'?", near=near) if near else Message("remove it")
    message = Message("the key '{key}' is unknown here; {hint}", key=loc[-1], hint=hint)
    return tree.source.problem("E107", message, line, column)


def _told(error: Mapping[str, Any], tree: Tree) -> Problem:
    code, words = ("E110" if error["type"] == "language" else "E109"), _words(error)
    loc = tuple(error["loc"])
    if loc[-1:] == (THE_KEY,) and loc not in tree.values:
        line, column = tree.keys[loc[:-1]]
        return tree.source.problem(code, words, line, column)
    return tree.problem(loc, code, words)


def _words(error: Mapping[str, Any]) -> Message:
    kind, value, context = error["type"], error.get("input"), error.get("ctx", {})
    if value is None and kind != "language":
        return NOTHING
    if kind == "literal_error":
        known = context["expected"].replace(" or ", ", ")
        return Message("'{value}' is not allowed; use one of {known}", value=value, known=known)
    if kind.endswith("_type"):
        return EXPECTED.get(kind, A_VALUE)
    return context.get("message") or Message("{words}; correct it", words=error["msg"])


def _fields(model: type[BaseModel]) -> set[str]:
    """The names of all keys that the schema knows, at any depth."""
    return {name for each in _models(model) for name in each.model_fields}


def _allowed(key: str, model: type[BaseModel]) -> list[str]:
    """The words that a key may have, wherever it stands; none where it may say anything."""
    found = [each.model_fields[key].annotation for each in _models(model) if key in each.model_fields]
    if any(get_origin(each) is not Literal for each in found):
        return []
    return list(dict.fromkeys(str(word) for each in found for word in get_args(each)))


def _models(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The schema's models, at any depth, each once."""
    seen: list[Any] = []
    todo: list[Any] = [model]
    while todo:
        each = todo.pop(0)
        if not (isinstance(each, type) and issubclass(each, BaseModel)):
            todo.extend(get_args(each))
        elif not issubclass(each, RootModel) and each not in seen:
            seen.append(each)
            yield each
            todo.extend(field.annotation for field in each.model_fields.values())
