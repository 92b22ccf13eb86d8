"""A search index that is spoiled between its making and its check: it is not published."""

import gzip
import sys
import zlib
from pathlib import Path
from random import Random

from tools import build as building
from tools.index import index
from tools.made import Made
from tools.reliability.bench import DAY, Bench, gone
from tools.reliability.damage import cut_off, empty, with_a_bit_turned, with_noise
from tools.reliability.fault import Outcome

NAME = "search"
TIMES = 8
SPOILS = (empty, cut_off, with_a_bit_turned, with_noise)
PUBLISHED = "the index was spoiled, and was published"


def run(bench: Bench, random: Random) -> Outcome:
    seed = random.randrange(10**6)
    done = bench.run("-m", "tools.reliability.search", str(seed))
    flaw = bench.flaw(done) if done.status else PUBLISHED
    name = done.out.strip().splitlines()[0] if done.out.strip() else ""
    return Outcome(f"build, spoiled on the way: {name}", flaw)


def spoil(folder: Path, random: Random) -> str:
    """Spoil a piece of the index, or take it away; its name."""
    pieces = sorted(path for path in (folder / "pagefind").rglob("*") if path.is_file())
    path = random.choice([each for each in pieces if each.suffix != ".js"])  # these are Pagefind's own
    before = after = path.read_bytes()
    while content(after) == content(before):
        after = random.choice(SPOILS)(before, random)
    path.write_bytes(after)
    if random.random() < 0.2:
        gone(path)
    return path.relative_to(folder).as_posix()


def content(data: bytes) -> bytes:
    """What a browser would read; a turned bit in the head of a compressed file may change nothing."""
    try:
        return gzip.decompress(data)
    except (OSError, EOFError, zlib.error):
        return data


def main(seed: str) -> int:
    def spoiling(made: Made) -> None:
        print(spoil(made.folder, Random(int(seed))), flush=True)

    steps = [*building.STEPS]
    steps.insert(steps.index(index) + 1, spoiling)
    building.STEPS = tuple(steps)
    return building.build(as_of=DAY, root=Path.cwd())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
