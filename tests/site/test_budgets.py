"""What a page may weigh, compressed as a server sends it; the numbers stand in docs/design.md."""

import posixpath

import brotli

FIRST_VIEW = 14_000  # a guide: its HTML and the stylesheet that it waits for
SCRIPT, SCRIPT_WITH_FORMS = 2_000, 10_000


def weight(path):
    return len(brotli.compress(path.read_bytes(), quality=11))


def linked(name, page, selector, attribute):
    return [
        posixpath.normpath(posixpath.join(posixpath.dirname(name), each[attribute])) for each in page.select(selector)
    ]


def test_the_first_view_of_a_guide_is_light_and_takes_two_requests(built, pages):
    heavy = {}
    for name, page in pages.items():
        if page.html["data-kind"] == "guide":
            styles = linked(name, page, "link[rel=stylesheet]", "href")
            assert len(styles) == 1, name
            total = weight(built / name) + weight(built / styles[0])
            if total > FIRST_VIEW:
                heavy[name] = total
    assert heavy == {}


def test_scripts_are_small_and_wait_for_the_text(built, pages):
    for name, page in pages.items():
        budget = SCRIPT_WITH_FORMS if page.find(["quiz-form", "checklist-form"]) else SCRIPT
        scripts = page.find_all("script")
        assert all(each.has_attr("defer") for each in scripts), name
        addresses = [each.lstrip("/") for each in linked(name, page, "script[src]", "src")]
        assert sum(weight(built / each) for each in addresses) <= budget, name
