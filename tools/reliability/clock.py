"""A clock that was set back by years, and files from the future: nothing that is published hangs on them."""

import os
import time
from random import Random

from tools.reliability.bench import Bench
from tools.reliability.fault import Outcome

NAME = "clock"
TIMES = 3
BACK = "import time\nnow = time.time\ntime.time = lambda: now() - {seconds}\n"
YEAR = 365 * 24 * 60 * 60


def run(bench: Bench, random: Random) -> Outcome:
    years = random.randint(1, 20)
    late = time.time() + random.randint(1, 20) * YEAR
    for path in bench.root.rglob("*"):
        if random.random() < 0.5 and ".git" not in path.parts:
            os.utime(path, (late, late))
    (bench.home / "clock").mkdir(exist_ok=True)
    (bench.home / "clock" / "sitecustomize.py").write_text(BACK.format(seconds=years * YEAR), "utf-8")
    done = bench.run("-m", "tools.build", PYTHONPATH=str(bench.home / "clock"))
    flaw = f"status {done.status}: {done.err[-300:]}" if done.status else None
    return Outcome(f"build, the clock {years} years back", flaw or bench.flaw(done))
