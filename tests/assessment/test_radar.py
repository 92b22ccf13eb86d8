"""The empty radar: an axis an area, a ring a step."""

import pytest

from plugins.assessment.radar import RADIUS, radar


def test_the_first_area_stands_at_the_top_and_the_others_follow_clockwise():
    assert radar(4).axes == ((0, -100), (100, 0), (0, 100), (-100, 0))


def test_each_step_has_a_ring_as_far_out_as_it_is_high():
    inner, middle, outer = (each.split() for each in radar(4).rings)
    assert (inner[0], middle[0], outer[0]) == ("0,-33.3", "0,-66.7", f"0,-{RADIUS}")


@pytest.mark.parametrize("count", [3, 5, 10])
def test_there_is_an_axis_a_corner_and_a_number_for_each_area(count):
    drawn = radar(count)
    assert len(drawn.axes) == len(drawn.numbers) == count
    assert [len(each.split()) for each in drawn.rings] == [count] * 3
