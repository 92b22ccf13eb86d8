"""Guides are read in the order that their topic says."""

import re

from tests.broken.test_broken import HERE, spoil


def test_a_topic_names_its_first_guides_and_the_others_come_after(small, read):
    site = read(spoil(small, HERE / "ok-order-of-guides")).tree.site
    assert site["topic"]["bread"].ordered(site["guide"]) == ["bread/selling-bread", "bread/first-loaf"]


def test_the_topics_page_and_the_way_on_follow_that_order(built):
    page = (built / "en" / "pse" / "index.html").read_text("utf-8")
    first, second = re.findall(r'href="([a-z-]+)/"', page.split('id="guides"')[1])[:2]
    assert (first, second) == ("what-is-a-pse", "who-must-register")
    guide = (built / "en" / "pse" / first / "index.html").read_text("utf-8")
    assert f'href="../{second}/"' in guide.split('id="page-next"')[1]
