"""The line that a build ends with."""

import brotli
import pytest

from tools.summary import summary


def page(lang, *, head="", words=""):
    return f'<!doctype html><html class="x" lang="{lang}"><head>{head}</head><body>{words}</body></html>'


@pytest.fixture
def site(tmp_path):
    def make(**files):
        for name, text in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return make


def test_languages_are_the_folders_whose_pages_are_in_them(site):
    made = summary(
        site(
            **{
                "index.html": page("en"),
                "id/index.html": page("id"),
                "id/pse/index.html": page("id"),
                "jv/index.html": page("jv"),
                "offline/index.html": page("id"),
            }
        )
    )
    assert made.line(1.84).startswith("5 pages in 2 languages, 1.8 s; heaviest, with styles and scripts: ")


def test_one_page_is_no_plural(site):
    assert summary(site(**{"id/index.html": page("id")})).line(0).startswith("1 page in 1 language, ")


def test_the_heaviest_page_is_weighed_with_its_styles_and_scripts(site):
    """The short page loads more than the long one holds."""
    noise = "".join(chr(0x4E00 + each * each % 5003) for each in range(3000))
    head = (
        '<link rel="stylesheet" href="../../static/a%20b.css?v=1"><link rel="icon" href="/static/unused.css">'
        '<script defer src=/static/c.js></script><script type="application/ld+json">{}</script>'
    )
    short, long = page("id", head=head), page("id", words=noise[:500])
    files = {
        "id/short/index.html": short,
        "id/long/index.html": long,
        "static/a b.css": noise,
        "static/c.js": "let c = 1",
    }
    made = summary(site(**files, **{"static/unused.css": noise * 2}))
    assert made.heaviest == "id/short/"
    assert made.weight == sum(len(brotli.compress(text.encode())) for text in (short, noise, "let c = 1"))


def test_what_other_sites_hold_or_nobody_has_weighs_nothing(site):
    head = (
        '<link rel="stylesheet" href="https://example.org/a.css">'
        '<script src="//example.org/b.js"></script><script src="%00.js"></script>'
    )
    html = page("id", head=head)
    assert summary(site(**{"index.html": html})).weight == len(brotli.compress(html.encode()))
    assert summary(site(**{"index.html": html})).heaviest == "/"


def test_a_site_without_a_page_has_no_summary(site):
    assert summary(site(**{"robots.txt": ""})) is None
