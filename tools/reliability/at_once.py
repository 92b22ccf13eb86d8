"""Several builds of one project at once, and a check among them."""

import time
from random import Random

from tools.reliability.bench import DAY, Bench, ended
from tools.reliability.fault import Outcome

NAME = "at-once"
TIMES = 3


def run(bench: Bench, random: Random) -> Outcome:
    processes = []
    for task in ("build", "check", "build", "build"):
        processes.append(bench.start(*bench.task(task, as_of=DAY)))
        time.sleep(random.random())
    runs = [ended(each) for each in processes]
    failed = [each for each in runs if each.status]
    flaw = f"one of them ended with status {failed[0].status}" if failed else bench.flaw(*runs)
    return Outcome("three builds and a check at once", flaw)
