"""A file that is gone between being listed and being read, as while git changes branches."""

from random import Random

from tools.reliability.bench import DAY, Bench
from tools.reliability.fault import Outcome

NAME = "vanish"
TIMES = 8


def run(bench: Bench, random: Random) -> Outcome:
    name = random.choice(sorted(bench.words))
    task = random.choice(("check", "build"))
    done = bench.run(*bench.task(task, "vanish", str(bench.root / name), as_of=DAY))
    path = bench.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bench.words[name])
    return Outcome(f"{task}, without {name} when it is read", bench.flaw(done))
