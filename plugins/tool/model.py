"""What a tool is: questions, rules, results. Data, no code; both languages inside."""

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field

from plugins.shared.evidence import Source
from plugins.shared.model import Cite, Day, GuideKey, Key, Line, Model, Months, Several, Slugs, Text, Truth, Web, Whole


def _listed(value: object) -> object:
    """One word where several may stand is a list of one."""
    return [value] if isinstance(value, str) else value


class Option(Model):
    key: Key
    text: Text


class Asked(Model):
    """What every question has. `short` is what the answer is called in a list of all answers."""

    key: Key
    prompt: Text
    help: Text | None = None
    short: Text


class Choice(Asked):
    type: Literal["choice"]
    options: Several[Option]

    @property
    def choices(self) -> Mapping[str, Option | str]:
        """By its key, what can be chosen."""
        return {each.key: each for each in self.options}


class YesNo(Asked):
    """A choice of two: the keys are `yes` and `no`, the words those of the page."""

    type: Literal["yes-no"]

    @property
    def choices(self) -> Mapping[str, Option | str]:
        return {"yes": "yes", "no": "no"}


class Amount(Asked):
    """A sum in whole rupiah. `examples` are what a reader without script finds in a table; a `bar` shows the ranges."""

    type: Literal["amount"]
    examples: Several[Whole] = ()
    bar: Truth = False

    @property
    def counts(self) -> str:
        return "rupiah"


class Monthly(Asked):
    """A sum in whole rupiah a month, twelve of them; a rule asks for the year's."""

    type: Literal["monthly"]
    examples: Several[Whole] = ()

    @property
    def counts(self) -> str:
        return "rupiah"


class Number(Asked):
    """A whole number of something: its `unit` in words, after the number."""

    type: Literal["number"]
    unit: Text
    examples: Several[Whole] = ()

    @property
    def counts(self) -> Text:
        return self.unit


class Date(Asked):
    """A day. Rules compare it as 2026-06-08, formulas count with it: `months(opened, 6)`, `opened + 14`."""

    type: Literal["date"]
    examples: Several[Day] = ()

    @property
    def counts(self) -> str:
        return "day"


Picked = Choice | YesNo
Question = Annotated[Choice | YesNo | Amount | Monthly | Number | Date, Discriminator("type")]


class Rule(Model):
    """Where all of `when` is met, this is the result."""

    when: dict[Key, Annotated[Several[Line], BeforeValidator(_listed)]] = Field(default_factory=dict)
    result: Key


class Figure(Model):
    """A number that is computed from the answers; `monthly` ones a month, from `month`, `before` and `so-far`."""

    name: Text
    unit: Literal["rupiah", "percent", "day"]
    formula: Line


class Step(Model):
    """What to do next, and where: a guide's section, another tool, or an address of the web."""

    text: Text
    guide: Cite | None = None
    tool: Key | None = None
    web: Web | None = None


class Result(Model):
    key: Key
    title: Text
    text: Text
    facts: Several[Line]
    sources: Several[Source]
    cite: Cite | None = None
    figures: Several[Figure] = ()
    monthly: Several[Figure] = ()
    steps: Several[Step]
    tone: Literal["yes", "no", "ask"] | None = None


class Tool(Model):
    """`content/tools/<tool>.yaml`"""

    title: Text
    summary: Text
    slug: Slugs
    topic: Key
    guide: GuideKey | None = None
    reviewed: Day
    review_every: Months
    questions: Several[Question]
    rules: Several[Rule]
    results: Several[Result]

    def question(self, key: str) -> Question:
        return next(each for each in self.questions if each.key == key)

    def result(self, key: str) -> Result:
        return next(each for each in self.results if each.key == key)
