from random import Random

from plugins.hub.weight import MARK, weighed


def test_a_page_says_its_kilobytes_with_those_of_what_it_loads():
    noise = Random(1).randbytes(3000).hex()  # 3 kB that don't get smaller
    html = f'<link href="../theme/style.1.css"><script src="../theme/pandu.2.js"></script>{noise} {MARK} kB {noise[:9]}'
    weights = {"theme/style.1.css": 4100, "theme/pandu.2.js": 2000}
    assert f" {round((4100 + 2000 + 3200) / 1000)} kB" in weighed(html, weights.__getitem__, str)


def test_what_is_loaded_twice_is_paid_once():
    html = f'<img src="../theme/favicon.svg"><link href="/theme/a.css"><link href="/theme/a.css">{MARK}'
    assert weighed(html, {"theme/a.css": 7000}.__getitem__, str).endswith(">7")


def test_a_page_that_does_not_say_it_is_not_weighed():
    assert weighed("<p>", {}.__getitem__, str) == "<p>"
