"""A bench for the small sample of the campaign that every run of the tests stages."""

import os
from pathlib import Path

import pytest

from tests.site.project import ROOT, SMALL
from tools.reliability.bench import Bench


@pytest.fixture(scope="session")
def bench_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    if os.name == "nt":
        pytest.skip("processes are killed as Unix does it")
    home: Path = tmp_path_factory.mktemp("bench").resolve()
    return Bench.made(home, ROOT, SMALL)


@pytest.fixture
def bench(bench_of_the_run: Bench) -> Bench:
    """The bench, ready for one more fault."""
    bench_of_the_run.ready()
    return bench_of_the_run
