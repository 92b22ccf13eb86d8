"""A reader's device: it remembers what one reader did, and whatever goes wrong on it is told."""

from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request, Response, WebError

from tests.browser.shown import Site

PATIENCE = 15_000  # milliseconds; how long a test waits for what must come
FORBIDS = """
Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("Access is denied for this document.", "SecurityError"); },
});
"""
NO_WORKER = "Service Worker registration blocked by Playwright"  # which it warns of on every page
IS_FULL = """
Storage.prototype.setItem = () => { throw new DOMException("The quota has been exceeded.", "QuotaExceededError"); };
"""


class Device:
    """A browser's context: tabs that are opened on it share what it remembers, and nobody else does.

    It is 360 px wide, light and runs scripts, unless said otherwise. `letters` is the size in pixels that its reader
    has set for text: 32 is twice the usual.
    """

    def __init__(
        self,
        browser: Browser,
        site: Site,
        *,
        width: int = 360,
        height: int = 740,
        scheme: str = "light",
        script: bool = True,
        letters: int = 0,
        **options,
    ):
        self.site = site
        self.letters = letters
        self.wrong: list[str] = []
        self.expected: list[str] = []
        self.context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=script,
            **{"service_workers": "block", "reduced_motion": "reduce"} | options,
        )
        self.context.set_default_timeout(PATIENCE)
        self.context.on("request", self.hear_request)
        self.context.on("requestfailed", self.hear_failure)
        self.context.on("response", self.hear_response)
        self.context.on("console", self.hear_console)
        self.context.on("weberror", self.hear_error)

    def open(self, address: str) -> Page:
        """A new tab that shows the page at `address`, which begins at the site: `id/kuis/`, `en/a-z/#letter-B`."""
        page = self.context.new_page()
        if self.letters:
            sizes = {"standard": self.letters, "fixed": self.letters}
            self.context.new_cdp_session(page).send("Page.setFontSizes", {"fontSizes": sizes})
        page.goto(self.site.url(address))
        return page

    def forbid_storage(self) -> None:
        """As with cookies blocked: whoever names the storage gets an error."""
        self.context.add_init_script(FORBIDS)

    def fill_storage(self) -> None:
        """Nothing more can be kept; what is there can be read."""
        self.context.add_init_script(IS_FULL)

    def expect_wrong(self, words: str) -> None:
        """Something whose line holds `words` will go wrong, and must: the test makes it so."""
        self.expected.append(words)

    # What goes wrong

    def hear_request(self, request: Request) -> None:
        if not request.url.startswith((self.site.base, self.site.root, "data:", "blob:")):
            self.wrong.append(f"asks elsewhere: {request.url}")

    def hear_failure(self, request: Request) -> None:
        if request.failure == "net::ERR_ABORTED":  # we left the page before its icon came
            return
        self.wrong.append(f"gets nothing: {request.url} ({request.failure})")

    def hear_response(self, response: Response) -> None:
        if response.status >= 400:
            self.wrong.append(f"gets {response.status}: {response.url}")

    def hear_console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and message.text != NO_WORKER:
            self.wrong.append(f"console: {message.text} ({message.location.get('url')})")

    def hear_error(self, error: WebError) -> None:
        self.wrong.append(f"script: {error.error}")

    def close(self) -> list[str]:
        """Ends it; what went wrong and was not expected, or was expected and did not."""
        for page in self.context.pages:
            try:
                page.evaluate("0")  # what the browser told before this answer has been heard
            except Error as error:
                self.wrong.append(f"page: {error}")
        wrong = list(self.wrong)
        self.context.close()
        surprises = [line for line in wrong if not any(words in line for words in self.expected)]
        missing = [words for words in self.expected if not any(words in line for line in wrong)]
        return surprises + [f"did not go wrong: {words}" for words in missing]
