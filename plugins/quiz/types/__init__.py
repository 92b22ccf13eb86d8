"""The types of question, one file each: what it is made of, what can be wrong with it, what an answer is worth.

An answer is a tuple of texts, the same on the reader's device and here: the keys of what was chosen, what was written,
or `key=value` where a question has several fields.
"""

from typing import Annotated

from pydantic import Discriminator

from plugins.quiz.types.document import Document
from plugins.quiz.types.fill import Fill
from plugins.quiz.types.matching import Matching
from plugins.quiz.types.multiple import Multiple
from plugins.quiz.types.numeric import Numeric
from plugins.quiz.types.open import Open
from plugins.quiz.types.ordering import Ordering
from plugins.quiz.types.scenario import Scenario
from plugins.quiz.types.short import Short
from plugins.quiz.types.single import Single
from plugins.quiz.types.true_false import TrueFalse

Question = Annotated[
    Single | Multiple | TrueFalse | Matching | Ordering | Numeric | Short | Fill | Scenario | Document | Open,
    Discriminator("type"),
]
