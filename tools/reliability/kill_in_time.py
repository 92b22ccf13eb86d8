"""A build that is killed from outside with all that it has started, after any part of the time that it takes."""

import os
import signal
import subprocess
import time
from random import Random

from tools.reliability.bench import DAY, Bench, ended
from tools.reliability.fault import Outcome

NAME = "kill-in-time"
TIMES = 8


def run(bench: Bench, random: Random) -> Outcome:
    start = time.monotonic()
    bench.build()
    seconds = random.random() * (time.monotonic() - start)
    bench.ready()
    process = bench.start("-m", "tools.build", "--as-of", DAY)
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
    what = f"build, killed after {seconds:.1f} s"
    return Outcome(what, bench.flaw(ended(process)))
