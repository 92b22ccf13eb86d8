"""Same commit, same day, same bytes."""

import pytest

from tests.site.project import SMALL, build, copy_project, files

ELSEWHERE = {"PYTHONHASHSEED": "4321", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PANDU_CACHE": ""}


def test_two_builds_in_other_places_with_other_hash_seeds_are_the_same_bytes(small_project, tmp_path):
    other = copy_project(tmp_path / "another" / "place", SMALL)
    build(other, **ELSEWHERE)
    assert files(other / "output") == files(small_project / "output")


@pytest.mark.thorough
def test_so_are_two_builds_of_this_site(copy, built):
    build(copy, **ELSEWHERE)
    assert files(copy / "output") == files(built)


@pytest.mark.thorough
def test_the_day_of_a_build_can_be_told_and_changes_what_is_overdue(later, built):
    page = "id/pse/apa-itu-pse/index.html"
    assert (later / page).read_bytes() != (built / page).read_bytes()
