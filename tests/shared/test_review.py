from datetime import date

import pytest

from plugins.shared.review import months_after


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        (date(2026, 11, 22), 6, date(2027, 5, 22)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(9999, 12, 31), 60, date.max),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months, after):
    assert months_after(day, months) == after
