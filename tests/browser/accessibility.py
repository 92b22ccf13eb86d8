"""What axe-core finds on an open page, as lines that a person can act upon."""

from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).with_name("axe").joinpath("axe.min.js").read_text("utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """rules => axe.run(document, {runOnly: rules, resultTypes: ["violations"]}).then(({violations, passes}) => ({
  passed: passes.length,
  found: violations.flatMap(({id, help, nodes}) => nodes.map(({target, html, failureSummary}) =>
    ({id, help, where: target.flat(9).join(" "), html, why: failureSummary}))),
}))"""


def violations(page: Page) -> list[str]:
    """Each with its rule, its place and what to do. axe comes past the page's policy, which stays in force."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    result = page.evaluate(RUN, RULES)
    assert result["passed"] > 5, f"axe looked at nothing: {page.url}"
    return [said(page, each) for each in result["found"]]


def said(page: Page, found: dict[str, str]) -> str:
    why = " ".join(found["why"].split())
    return f"{page.url}: {found['id']} ({found['help']})\n  {found['where']}\n  {found['html'][:300]}\n  {why}"
