"""Same commit, same day, same bytes."""

from tests.site.project import build, files


def test_two_builds_in_other_places_with_other_hash_seeds_are_the_same_bytes(copy, built):
    build(copy, PYTHONHASHSEED="4321", TZ="Pacific/Auckland", LC_ALL="C")
    assert files(copy / "output") == files(built)


def test_the_day_of_a_build_can_be_told_and_changes_what_is_overdue(later, built):
    page = "id/pse/apa-itu-pse/index.html"
    assert (later / page).read_bytes() != (built / page).read_bytes()
