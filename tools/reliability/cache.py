"""What builds keep, spoiled: the next build makes it again, and the same site."""

from random import Random

from tools.reliability.bench import DAY, Bench, gone
from tools.reliability.damage import cut_off, empty, with_a_bit_turned, with_noise
from tools.reliability.fault import Outcome

NAME = "cache"
TIMES = 10
SPOILS = (empty, cut_off, with_a_bit_turned, with_noise)


def run(bench: Bench, random: Random) -> Outcome:
    folder = bench.root / ".pandu" / "cache"
    kept = sorted(path for path in folder.rglob("*") if path.is_file())
    way = random.choice(("spoiled", "spoiled", "spoiled", "a folder in its place", "a file for a folder"))
    if way == "a file for a folder":
        path = random.choice([*folder.iterdir(), folder])
        gone(path)
        path.write_bytes(b"no folder")
        chosen = [path]
    else:
        chosen = random.sample(kept, min(len(kept), 20))
    for path in chosen if way == "spoiled" else ():
        path.write_bytes(random.choice(SPOILS)(path.read_bytes(), random))
    for path in chosen if way == "a folder in its place" else ():
        gone(path)
        (path / "in it").mkdir(parents=True)
    done = bench.run("-m", "tools.build", "--as-of", DAY)
    names = f"{len(chosen)} × .pandu/{chosen[0].relative_to(bench.root / '.pandu').parts[0]}"
    flaw = f"status {done.status}: {done.err[-300:]}" if done.status else bench.flaw(done)
    return Outcome(f"build, {names}: {way}", flaw)
