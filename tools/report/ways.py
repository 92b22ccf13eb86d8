"""Which pages are heavy, which nobody is led to, and how the guides lead to each other."""

from collections.abc import Iterator, Mapping
from html import escape
from math import cos, pi, sin

from plugins.shared.message import Message
from plugins.shared.site import Page, Site
from tools.report.pages import Seen
from tools.report.part import Bar, Part

DRAWN = 12  # of the heaviest pages
NEARLY = 0.95  # of its budget
TEXTS = ("guide", "checklist", "page", "course")  # kinds whose links an editor has written
LED_TO = ("guide", "checklist", "diagram")  # kinds that a text should lead to; menus and rules see to the others
RADIUS, ROOM = 240, 170  # of the circle, and for the names around it


def weights(pages: Mapping[str, Seen]) -> Part:
    """Every page, the one that is nearest to its budget first."""
    order = sorted(pages.values(), key=lambda each: (-each.first_view / each.budget, each.page.address))
    rows = [
        {
            "page": each.page.address,
            "kind": each.page.kind,
            "first_view": each.first_view,
            "budget": each.budget,
            "scripts": each.scripts,
        }
        for each in order
    ]
    bars = [
        Bar(
            each.page.address,
            each.first_view / each.budget,
            f"{each.first_view:,} / {each.budget:,} B",
            "watch" if each.first_view > NEARLY * each.budget else "",
        )
        for each in order[:DRAWN]
    ]
    return Part(
        key="weights",
        title=Message("Weights"),
        about=Message("Bytes that a reader waits for, compressed, beside what a page of its kind may have."),
        columns={
            "page": Message("Page"),
            "kind": Message("Kind"),
            "first_view": Message("First view, bytes"),
            "budget": Message("Budget, bytes"),
            "scripts": Message("Scripts, bytes"),
        },
        rows=rows,
        nothing=Message("There is no page."),
        urgent=sum(bar.state != "" for bar in bars),
        bars=bars,
    )


def orphans(pages: Mapping[str, Seen]) -> Part:
    """What readers look for, and no text leads to: they find it in a list, or by searching."""
    led = {
        file
        for each in pages.values()
        if each.page.kind in TEXTS
        for file in each.leads & pages.keys()
        if pages[file].page.key != each.page.key  # a translation that lags leads to its source
    }
    rows = [
        {"page": each.page.address, "kind": each.page.kind, "title": each.page.title}
        for file, each in pages.items()
        if each.page.kind in LED_TO and file not in led
    ]
    return Part(
        key="orphans",
        title=Message("Orphans"),
        about=Message("Guides, checklists and pictures that no text leads to; lists and menus are not counted."),
        columns={"page": Message("Page"), "kind": Message("Kind"), "title": Message("Title")},
        rows=rows,
        nothing=Message("Every page is led to from a text."),
        urgent=len(rows),
    )


def links(pages: Mapping[str, Seen], site: Site) -> Part:
    """How many other guides each guide leads to, and is led to from; drawn as a circle, topic by topic."""
    lang = site.languages[0]
    guides = {file: each for file, each in pages.items() if each.page.kind == "guide" and each.page.lang == lang}
    order = sorted(guides, key=lambda file: (list(site["topic"]).index(guides[file].page.topic), file))
    ways = [(here, there) for here in order for there in sorted(guides[here].leads & guides.keys())]
    rows = [
        {
            "guide": guides[file].page.key,
            "leads_to": sum(here == file for here, _ in ways),
            "led_from": sum(there == file for _, there in ways),
        }
        for file in order
    ]
    return Part(
        key="links",
        title=Message("Links between guides"),
        about=Message("Each guide stands on the circle beside those of its topic; a line is a link in its text."),
        columns={"guide": Message("Guide"), "leads_to": Message("Leads to"), "led_from": Message("Led to from")},
        rows=rows,
        nothing=Message("There is no guide."),
        urgent=sum(not row["led_from"] for row in rows),
        drawing="".join(
            circle([guides[file].page for file in order], [(order.index(a), order.index(b)) for a, b in ways])
        ),
    )


def circle(guides: list[Page], ways: list[tuple[int, int]]) -> Iterator[str]:
    """An SVG: names around a circle, links as curves through it. Colours come from the style by class."""
    side = 2 * (RADIUS + ROOM)
    yield f'<svg viewBox="{-side / 2} {-side / 2} {side} {side}" aria-hidden="true">'
    spots = [2 * pi * at / max(len(guides), 1) - pi / 2 for at in range(len(guides))]
    for here, there in ways:
        (x, y), (to_x, to_y) = at(spots[here]), at(spots[there])
        yield f'<path d="M{x:.1f} {y:.1f}Q0 0 {to_x:.1f} {to_y:.1f}"/>'
    for page, angle in zip(guides, spots, strict=True):
        x, y = at(angle)
        left = cos(angle) < -0.01
        turn, anchor = angle * 180 / pi + (180 if left else 0), "end" if left else "start"
        title = f"<title>{escape(page.title)}</title>"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" class="topic-{escape(page.topic)}">{title}</circle>'
        place = f"translate({1.04 * x:.1f} {1.04 * y:.1f}) rotate({turn:.1f})"
        yield f'<text transform="{place}" dy=".35em" text-anchor="{anchor}">{escape(page.key)}</text>'
    yield "</svg>"


def at(angle: float) -> tuple[float, float]:
    return RADIUS * cos(angle), RADIUS * sin(angle)
