"""Tasks that write what editors have written, ended in the middle: each text is the old one or the new one, whole.

What was not done is done by the same task again, or undone by git.
"""

from pathlib import Path
from random import Random

from tools.reliability.bench import DAY, Bench, Ended, Files, badly_told
from tools.reliability.fault import Outcome

NAME = "writing"
TIMES = 20
GUIDE = "bread/first-loaf"
TASKS = {
    "addresses": {},
    "approve": {"question": f"{GUIDE}#heat", "answer": "hot", "reason": "It says 220 degrees.", "as_of": DAY},
    "fmt": {},
    "rename": {"key": GUIDE, "new": "bread/second-loaf"},
}


def run(bench: Bench, random: Random) -> Outcome:
    task = random.choice(sorted(TASKS))
    options = TASKS[task]
    of = bench.changes(task, **options)
    done = bench.run(*bench.task(task, **options))
    before, after = bench.words, bench.texts()
    bench.ready()
    at = random.randint(1, of)
    if random.random() < 0.75:
        ended = bench.run(*bench.task(task, random.choice(("kill", "kill", "end")), str(at), **options))
        what = f"{task}, ended before change {at} of {of}"
    else:
        limit = random.choice((0, 100, 1000, 3000))
        ended = bench.run(*bench.task(task, "limit", str(limit), **options))
        what = f"{task}, no file over {limit} bytes"
    return Outcome(what, flaw_of(bench, task, done, ended, before, after))


def flaw_of(bench: Bench, task: str, done: Ended, ended: Ended, before: Files, after: Files) -> str | None:
    if done.status or after == before:
        return f"{task} did nothing even undisturbed"
    if flaw := badly_told(ended):
        return flaw
    found = bench.texts()
    for name, data in found.items():
        if not Path(name).name.startswith(".") and data not in (before.get(name), after.get(name)):
            return f"{name} is neither as it was nor as it was to become"
    if task == "rename":  # all or nothing; what was killed is undone by git, and it says so when it is called again
        if found != before and ended.status == 1:
            return "half of it is renamed"
        again = bench.run(*bench.task(task, **TASKS[task]))
        if found not in (before, after) and not again.err.strip():
            return "it does not say that half of it is renamed"
        bench.git("checkout", "--quiet", "--", ".")
        bench.git("clean", "--quiet", "-fd")
        if bench.texts() != before:
            return "git could not undo it"
    again = bench.run(*bench.task(task, **TASKS[task]))
    if again.status or bench.texts() != after:
        return "done again, it does something else"
    bench.ready()
    return bench.flaw()
