"""What a finger must hit on an open page, and what is too small for it: below 44 px, but for links in running text."""

from itertools import groupby
from typing import NamedTuple

from playwright.sync_api import Page

LEAST = 44
SMALL = """least => {
  const around = (boxes) => {
    const shown = boxes.filter(({ width, height }) => width && height);
    const from = (side) => Math.min(...shown.map((box) => box[side]));
    const to = (side) => Math.max(...shown.map((box) => box[side]));
    return [to("right") - from("left"), to("bottom") - from("top")];
  };
  const block = (element) => {
    while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
    return element;
  };
  // in running text: words that are no links stand beside it; “·” is no word. Citations and terms always stand in an
  // author's text, also where a cell of a table holds nothing else; that they are apart is axe's to see
  const running = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    if (link.matches(".cite, .term")) return true;
    const texts = document.createTreeWalker(block(link), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const { data, parentElement } = texts.currentNode;
      if (/[\\p{L}\\p{N}]/u.test(data) && !parentElement.closest("a") && parentElement.checkVisibility()) return true;
    }
    return false;
  };
  const named = (element) => {
    const parts = [];
    for (let at = element; at && at !== document.body; at = at.parentElement)
      parts.unshift(at.localName + [...at.classList].map((name) => `.${name}`).join(""));
    return parts.slice(-4).join(" > ");
  };
  const small = [];
  for (const element of document.querySelectorAll("a[href], button, input, select, textarea, summary")) {
    if (!element.checkVisibility({ visibilityProperty: true })) continue;
    if (element.localName === "a" && running(element)) continue;
    const boxes = [element, ...(element.labels || [])].map((each) => each.getBoundingClientRect());
    const [width, height] = around(boxes);
    if (Math.min(width, height) < least - 0.5) // a border between two pixels
      small.push([named(element), element.textContent.trim() || element.id, Math.round(width), Math.round(height)]);
  }
  return small;
}"""


class Small(NamedTuple):
    where: str
    words: str
    width: int
    height: int


def small_targets(page: Page) -> list[Small]:
    return [Small(*each) for each in page.evaluate(SMALL, LEAST)]


def told(found: dict[Small, set[str]]) -> list[str]:
    """One line a place, with the smallest that stands there; `found` gives the kinds of page that have each."""
    lines = []
    for where, group in groupby(sorted(found), key=lambda each: each.where):
        alike = list(group)
        least = min(alike, key=lambda each: each.width * each.height)
        kinds = ", ".join(sorted({kind for each in alike for kind in found[each]}))
        more = f" and {len(alike) - 1} more" if len(alike) > 1 else ""
        lines.append(f"{where}: {least.width} × {least.height}, “{least.words}”{more}, on: {kinds}")
    return lines
