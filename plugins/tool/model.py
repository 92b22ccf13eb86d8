"""What a tool is: questions, rules, results. Data, no code; both languages inside."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Discriminator, Field

from plugins.shared.model import Cite, Day, GuideKey, Key, Line, Model, Months, Several, Slugs, Text, Web, Whole


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


class Amount(Asked):
    """A sum in whole rupiah. `examples` are what a reader without script finds in the table."""

    type: Literal["amount"]
    examples: Several[Whole] = ()


class Monthly(Asked):
    """A sum in whole rupiah a month, twelve of them; a rule asks for the year's."""

    type: Literal["monthly"]
    examples: Several[Whole] = ()


Question = Annotated[Choice | Amount | Monthly, Discriminator("type")]


class Rule(Model):
    """Where all of `when` is met, this is the result."""

    when: dict[Key, Annotated[Several[Line], BeforeValidator(_listed)]] = Field(default_factory=dict)
    result: Key


class Source(Model):
    regulation: Key
    articles: Several[Line] = ()


class Figure(Model):
    """A number that is computed from the answers; `monthly` ones a month, from `month`, `before` and `so-far`."""

    name: Text
    unit: Literal["rupiah", "percent"]
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

    def question(self, key: str) -> "Choice | Amount | Monthly":
        return next(each for each in self.questions if each.key == key)

    def result(self, key: str) -> Result:
        return next(each for each in self.results if each.key == key)
