"""What an exam is: pools of questions, how many are drawn from each, and how much has to be right."""

from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator

from plugins.shared.message import Message
from plugins.shared.model import KEY, Key, Model, Several, Slugs, Text, Whole, matching
from plugins.shared.reading import Reading
from plugins.shared.seed import ordered
from plugins.shared.site import Site

UNMARKED = "open"  # readers mark these themselves, with the model answer before them

NO_QUIZ = Message("'{value}' is no quiz; write topic/guide, or topic/guide#question")
Stock = Annotated[str, BeforeValidator(matching(f"{KEY}/{KEY}(#{KEY})?", NO_QUIZ))]


class Pool(Model):
    """Quizzes, or single questions of them, of which some are drawn."""

    draw: Whole
    of: Several[Stock]


class Drawable(NamedTuple):
    """A question that can be drawn. Its key is the one of the whole hub: `pse/what-is-a-pse/one-act`."""

    key: str
    question: Any  # of plugins/quiz


class Exam(Model):
    """`content/exams/<exam>.yaml`"""

    title: Text
    summary: Text
    slug: Slugs
    topic: Key | None = None
    pass_mark: Whole  # percent
    pools: Several[Pool]

    def offered(self, site: Site) -> list[tuple[int, list[Drawable]]]:
        """How many are drawn of which questions, pool by pool."""
        return [(pool.draw, [each for name in pool.of for each in stock(name, site)]) for pool in self.pools]

    def drawn(self, site: Site, seed: str) -> list[Drawable]:
        """The questions of this seed in its order, their choices mixed; exam.js draws the same."""
        found: dict[str, Drawable] = {}
        for count, offered in self.offered(site):
            by_key = {each.key: each for each in offered}
            found |= {key: by_key[key] for key in ordered(seed, list(by_key))[:count]}
        return [found[key]._replace(question=found[key].question.mixed(seed)) for key in ordered(seed, list(found))]


def read(reading: Reading) -> Mapping[str, Exam]:
    return reading.folder(reading.content / "exams", "<exam>.yaml", Exam)


def stock(name: str, site: Site) -> list[Drawable]:
    """What a pool gets from a quiz, or from `quiz#question`: what can be marked, in the quiz's order."""
    key, _, one = name.partition("#")
    quiz = site["quiz"].get(key)
    questions = quiz.questions if quiz else ()
    return [
        Drawable(f"{key}/{each.key}", each)
        for each in questions
        if each.type != UNMARKED and (not one or each.key == one)
    ]
