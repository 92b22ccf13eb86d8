"""The home page says what is new in the rules: first what is to come, then what took effect last."""

from datetime import date

from plugins.home import LATEST


def changes(small, read, **options):
    pages = read(small, **options).tree.pages
    return [key for key, _ in pages.find("home", "home", "en").shows["changes"]]


def begin(small, key, day):
    path = small / "content" / "regulations" / f"{key}.yaml"
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("in_force_from:")]
    path.write_text("\n".join([*lines, f"in_force_from: {day}"]) + "\n", "utf-8")


def test_what_is_to_come_stands_before_what_took_effect_last(small, read):
    begin(small, "oven-1-2020", "2020-05-01")
    begin(small, "oven-2-2024", "2024-05-01")
    begin(small, "label-1-2025", "2027-01-01")
    found = changes(small, read)
    assert found[0] == "label-1-2025"
    assert found.index("oven-2-2024") < found.index("oven-1-2020")


def test_it_depends_on_the_day_of_the_build(small, read):
    begin(small, "oven-2-2024", "2024-05-01")
    begin(small, "label-1-2025", "2027-01-01")
    assert changes(small, read)[0] == "label-1-2025"
    assert changes(small, read, day=date(2028, 1, 1))[:2] == ["label-1-2025", "oven-2-2024"]


def test_only_the_latest_are_named(small, read):
    assert len(changes(small, read, day=date(2029, 1, 1))) <= LATEST
