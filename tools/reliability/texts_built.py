"""A file of the small content, or a catalogue, damaged and really built: it is published whole, or not at all."""

from random import Random

from tools.reliability.bench import DAY, Bench, badly_told
from tools.reliability.damage import DAMAGES
from tools.reliability.fault import Outcome

NAME = "files-built"
TIMES = 40
CATALOGUES = ("theme/locale/id/LC_MESSAGES/messages.po", "theme/locale/en/LC_MESSAGES/messages.po")


def run(bench: Bench, random: Random) -> Outcome:
    name, way = random.choice([*sorted(bench.words), *CATALOGUES]), random.choice(DAMAGES)
    path = bench.root / name
    good = path.read_bytes()
    path.write_bytes(way(good, random))
    try:
        done = bench.run("-m", "tools.build", "--as-of", DAY)
        stayed = bench.site() == bench.good
    finally:
        path.write_bytes(good)
    flaw = badly_told(done)
    if not flaw and done.status and not stayed:
        flaw = "output/ is not the last good site any more"
    if not flaw and done.status not in (0, 2):
        flaw = f"status {done.status}: {done.err[-300:]}"
    return Outcome(f"build, {name} {way.__name__}", flaw)
