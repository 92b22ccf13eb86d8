"""A folder or a file that may not be written or read. Root is asked to do without the rights that only root has."""

import os
import tempfile
from pathlib import Path
from random import Random

from tools.reliability.bench import DAY, Bench
from tools.reliability.fault import Outcome

NAME = "rights"
TIMES = 8
POWERS = "-dac_override,-dac_read_search"
LIKE_ANYBODY = ("setpriv", f"--bounding-set={POWERS}", f"--inh-caps={POWERS}")
CLOSED = (  # what is closed, and to which rights
    ("project", 0o555),
    ("project/output", 0o555),
    ("project/.pandu", 0o555),
    ("project/.pandu/cache", 0o555),
    ("project/.pandu/cache/drawings", 0o555),
    ("project/.pandu/cache/html", 0o000),
    ("project/content/site.yaml", 0o000),
    ("project/content/guides", 0o000),
    ("project/content/regulations", 0o555),
    ("project/.git", 0o000),
    ("tmp", 0o555),
)


def run(bench: Bench, random: Random) -> Outcome:
    name, mode = random.choice(CLOSED)
    with tempfile.TemporaryDirectory(prefix="rights-", dir=bench.home) as folder:
        there = bench.copy(Path(folder))
        closed = there.home / name
        before = closed.stat().st_mode
        closed.chmod(mode)
        try:
            done = there.run("-m", "tools.build", "--as-of", DAY, through=LIKE_ANYBODY if os.geteuid() == 0 else ())
        finally:
            closed.chmod(before)
        flaw = there.flaw(done)
    return Outcome(f"build, {name} with the rights {mode:03o}", flaw)
