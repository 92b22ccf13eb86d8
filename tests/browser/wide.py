"""Whether one has to push an open page sideways to read it."""

from playwright.sync_api import Page


def too_wide(page: Page) -> list[str]:
    got, screen = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    return [f"{page.url}: {got} px wide on a screen of {screen}"] if got > screen else []
