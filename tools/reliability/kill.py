"""A build that ends in the middle, killed or asked to end, before any of its changes to the disk."""

from random import Random

from tools.reliability.bench import DAY, Bench
from tools.reliability.fault import Outcome

NAME = "kill"
TIMES = 20
LAST = 30  # changes, among which are the two renames of the swap


def run(bench: Bench, random: Random) -> Outcome:
    of = bench.changes("build", as_of=DAY)
    at = random.randint(1, of) if random.random() < 0.5 else random.randint(of - LAST, of)
    action = random.choice(("kill", "kill", "end"))
    done = bench.run(*bench.task("build", action, str(at), as_of=DAY))
    what = f"build, {action} before change {at} of {of}"
    return Outcome(what, bench.flaw(done))
