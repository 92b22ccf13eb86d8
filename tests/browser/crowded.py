"""Words that lie on others, that leave the screen or their own box: what goes wrong where letters are large."""

from playwright.sync_api import Page

CROWDED = """() => {
  const named = (element) => element.localName + [...element.classList].map((name) => `.${name}`).join("");
  const said = (element, text) => `${named(element)} “${text.trim().slice(0, 40)}”`;
  // not there, or for the ear only: cut off on purpose
  const unseen = (element) => {
    for (let at = element; at !== document.body; at = at.parentElement) {
      const { clipPath, overflowX, whiteSpace } = getComputedStyle(at);
      if (clipPath !== "none" || (overflowX === "hidden" && whiteSpace === "nowrap")) return true;
    }
    return !element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  };
  const found = [], lines = [];
  const range = document.createRange();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (!data.trim() || parentElement.closest("script, noscript, template, svg, select")) continue;
    if (unseen(parentElement)) continue;
    range.selectNodeContents(texts.currentNode);
    for (const { left, right, top, bottom } of range.getClientRects()) {
      if (right - left < 1) continue;
      const words = said(parentElement, data);
      const out = left < -1 || right > innerWidth + 1;
      if (out && !parentElement.closest(".table")) found.push(`${words} leaves the screen`);
      lines.push({ left, right, top, bottom, words });
    }
  }
  for (const element of document.querySelectorAll("a, button, summary, label")) {
    const { clientWidth, scrollWidth } = element;
    if (clientWidth && scrollWidth > clientWidth + 1 && !unseen(element))
      found.push(`${said(element, element.textContent)} needs ${scrollWidth} px and has ${clientWidth}`);
  }
  lines.sort((one, other) => one.top - other.top);
  for (const [at, one] of lines.entries())
    for (const other of lines.slice(at + 1)) {
      if (other.top >= one.bottom) break;
      const width = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const height = Math.min(one.bottom, other.bottom) - other.top;
      const least = Math.min(one.bottom - one.top, other.bottom - other.top);
      if (width > 2 && height > least / 3) found.push(`${one.words} lies on ${other.words}`); // close lines touch
    }
  return found;
}"""


def crowded(page: Page) -> list[str]:
    return [f"{page.url}: {each}" for each in page.evaluate(CROWDED)]
