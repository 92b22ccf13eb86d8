"""What a fault is: a file of this folder with a name, how often a whole campaign stages it, and how."""

from random import Random
from typing import NamedTuple, Protocol

from tools.reliability.bench import Bench


class Outcome(NamedTuple):
    """What was done, and what did not hold; `count` of them, where one run stages many."""

    what: str
    flaw: str | None
    count: int = 1


class Fault(Protocol):
    NAME: str  # as `--only` names it
    TIMES: int

    def run(self, bench: Bench, random: Random) -> Outcome:
        """Stage it once on a bench that is ready, with all that is left to chance taken from `random`."""
