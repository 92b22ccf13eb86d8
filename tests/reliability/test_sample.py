"""A few faults of each expensive kind; the whole campaign is `python3 tasks.py reliability`, in docs/reliability.md."""

from random import Random

import pytest

from tests.site.project import ROOT, SMALL
from tools.reliability import FAULTS, disk, kill, texts, writing
from tools.reliability.fault import Outcome

MANY = 30


def held(outcome: Outcome) -> bool:
    assert outcome.flaw is None, f"{outcome.what}: {outcome.flaw}"
    return True


@pytest.mark.parametrize("seed", [1, 2])
def test_a_killed_build_leaves_a_whole_site_and_the_next_one_mends_all(bench, seed):
    assert held(kill.run(bench, Random(seed)))


def test_a_full_disk_leaves_the_last_good_site(bench):
    assert held(disk.run(bench, Random(3)))


@pytest.mark.thorough
@pytest.mark.parametrize("seed", range(4))
def test_a_task_that_ends_in_the_middle_leaves_every_text_whole(bench, seed):
    assert held(writing.run(bench, Random(seed)))


def test_no_damaged_file_makes_reading_fail():
    random = Random(1)
    assert sum(held(outcome) * outcome.count for outcome in damaged(random)) >= MANY


def damaged(random: Random):
    for _ in range(0, MANY, 5):
        yield texts.judged(ROOT, SMALL, random, 5)


def test_the_faults_have_names_of_their_own():
    assert len({each.NAME for each in FAULTS}) == len(FAULTS)
