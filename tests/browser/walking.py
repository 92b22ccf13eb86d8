"""Walking through an open page with the tab key, as who uses no mouse does."""

from typing import NamedTuple

from playwright.sync_api import Page

# Marks what can be stopped at: a group of radio buttons is one stop.
STOPS = """() => {
  const focusable = "a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex='0']";
  const names = new Map();
  for (const element of document.querySelectorAll(focusable)) {
    if (!element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true })) continue;
    const group = element.type === "radio" ? element.closest("form, fieldset") : element;
    if (!names.has(group)) names.set(group, `${names.size}`);
    element.dataset.stop = names.get(group);
  }
  return [...names.values()];
}"""
# Notes where the focus comes by: asking after each key would take twice as long.
NOTE = """() => {
  window.walked = [];
  const note = ({ target }) => {
    const { left, right, top, bottom } = target.getBoundingClientRect();
    const { outlineStyle, outlineWidth } = getComputedStyle(target);
    const words = (target.textContent || target.value || "").trim().slice(0, 40);
    walked.push({
      stop: target.dataset.stop || "",
      words: `${target.localName} “${words}”`,
      top: Math.round(top + scrollY),
      outlined: outlineStyle === "solid" && parseFloat(outlineWidth) >= 2,
      shown: bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
      aside: (target.closest(".table, .contents") || {}).className || "",
    });
  };
  addEventListener("focusin", note);
}"""


class Stop(NamedTuple):
    """Where the focus rests: `aside` names a part that stands beside others, or has columns."""

    stop: str
    words: str
    top: int
    outlined: bool
    shown: bool
    aside: str


def stops(page: Page) -> list[str]:
    """What a walk must come by, in the order of the page."""
    return page.evaluate(STOPS)


def walk(page: Page) -> tuple[list[Stop], list[Stop]]:
    """From the first stop with as many keys as lead to the last, and from there back."""
    count = len(stops(page))
    page.evaluate(NOTE)
    page.locator("[data-stop]").first.focus()
    for key in ["Tab"] * (count - 1) + ["Shift+Tab"] * (count - 1):
        page.keyboard.press(key)
    found = [Stop(**each) for each in page.evaluate("() => walked")]
    return found[:count], found[count - 1 :]
