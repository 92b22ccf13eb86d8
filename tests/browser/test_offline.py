"""Without a network: the server is gone, not only a flag set, and what was read or saved is there all the same."""

import re
import shutil
from contextlib import contextmanager

import pytest
from playwright.sync_api import expect

from tests.browser.device import Device
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.offline.project import changed_project, saved_project
from tools.hosting.headers import everywhere

SAVED = {
    "id": re.compile(r"^Tersimpan pada \d+\s\w+ \d{4}\.$"),
    "en": re.compile(r"^Saved on \d+\s\w+ \d{4}\.$"),
}
LACKS = {"id": "Halaman itu tidak ada di perangkat ini", "en": "That page is not on this device"}
KEPT = """async (url) => {
  const page = navigator.serviceWorker.controller && (await caches.match(url));
  const needed = page ? [...(await page.text()).matchAll(/(?:href|src)="([^"]*theme[^"]+[.](?:css|js|svg))"/g)] : [];
  const there = await Promise.all(needed.map(([, way]) => caches.match(new URL(way, url))));
  return Boolean(page) && there.every(Boolean);
}"""
TWO_OF_IT = """async (url) => {
  const name = (await caches.keys()).find((each) => each.endsWith("files"));
  return (await (await caches.open(name)).keys()).filter((each) => each.url.startsWith(url)).length > 1;
}"""
LONG_AGO = """async () => {
  const name = (await caches.keys()).find((each) => each.endsWith("lists"));
  const cache = await caches.open(name);
  for (const each of await cache.keys()) if (each.url.endsWith("checked")) await cache.put(each, new Response("0"));
}"""
RENEWED = """async () => {
  const found = await (await caches.match(new URL("../../offline/checked", location.href).href)).text();
  return Date.now() - found < 60000;
}"""
LACKING = {
    "serviceWorker": "delete Navigator.prototype.serviceWorker",
    "caches": "Object.defineProperty(self, 'caches', { get() { throw new DOMException('no', 'SecurityError'); } })",
}
GUIDE, OTHER = "bread/first-loaf", "bread/selling-bread"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return saved_project(tmp_path_factory)


@pytest.fixture(scope="module")
def changed(tmp_path_factory, project):
    return changed_project(tmp_path_factory, project)


class Reader:
    """Somebody whose browser runs the worker, and the host that they read from; below a path, unless said otherwise."""

    def __init__(self, browser, folder, path="/learn/"):
        self.server = Server(folder, path, everywhere())
        self.server.__enter__()
        self.site = Site(folder, self.server.base, self.server.base)
        self.device = Device(browser, self.site, service_workers="allow")
        self.page = self.device.context.new_page()

    def find(self, kind, key, lang):
        return self.site.find(kind, key, lang)

    def go(self, kind, key, lang, after=""):
        self.page.goto(self.site.url(self.find(kind, key, lang)) + after)
        return self.page

    def begin(self, lang="en"):
        """Read a page; the worker is there, and has kept it."""
        self.go("guide", GUIDE, lang)
        self.settle(self.find("guide", GUIDE, lang), self.find("offline", "offline", lang))

    def settle(self, *addresses):
        """The pages at these addresses are on the device, with what they need."""
        for address in addresses:
            self.wait(KEPT, self.site.url(address))

    def wait(self, condition, *given):
        """Until an asynchronous condition holds, for which Playwright's own waiting is not made."""
        for _ in range(150):
            if self.page.evaluate(condition, *given):
                return
            self.page.wait_for_timeout(100)
        pytest.fail(f"never came true: {condition}")

    def kept(self):
        """The addresses of all that is on the device, by the name of its cache."""
        found = self.page.evaluate("""async () => {
          const found = {};
          for (const name of await caches.keys()) {
            found[name] = (await (await caches.open(name)).keys()).map(({ url }) => url);
          }
          return found;
        }""")
        return {
            name.rpartition(" ")[2]: [url.removeprefix(self.site.base) for url in urls] for name, urls in found.items()
        }

    def save(self, name, lang="en"):
        page = self.go("offline", "offline", lang)
        item = page.locator(f'[data-set="{name}"]')
        item.locator("[data-fetch]").click()
        expect(item.locator("output")).to_have_text(SAVED[lang])
        return item

    @contextmanager
    def asked(self):
        """The addresses that the host is asked for meanwhile."""
        self.server.asked.clear()
        found = []
        yield found
        found += [each.removeprefix(self.server.path) for each in self.server.asked]

    def close(self):
        self.server.die()
        self.device.context.close()
        unhandled = [
            each for each in self.device.wrong if each.startswith("script:") or "Content Security Policy" in each
        ]
        assert unhandled == []


@pytest.fixture
def reader(browser, project):
    made = Reader(browser, project / "output")
    yield made
    made.close()


def test_a_page_that_was_read_can_be_read_again(reader, lang):
    reader.begin(lang)
    reader.server.die()
    page = reader.go("guide", GUIDE, lang)
    expect(page.locator("h1")).to_have_text({"id": "Roti pertama", "en": "Your first loaf"}[lang])
    assert page.evaluate("getComputedStyle(document.querySelector('.footer')).borderTopWidth") == "1px"
    page.locator("quiz-form label").first.click()
    page.locator("quiz-form .quiz__actions button").first.click()
    expect(page.locator("quiz-form fieldset").first).to_have_attribute("data-verdict", re.compile("right|wrong"))


def test_another_page_leads_to_what_is_here_in_the_readers_language_and_back_when_the_network_is(reader, lang):
    reader.begin(lang)
    reader.server.die()
    page = reader.go("guide", OTHER, lang)
    assert reader.site.url(reader.find("offline", "offline", lang)) == page.url.partition("#")[0]
    expect(page.locator("[data-lacks]")).to_contain_text(LACKS[lang])
    assert page.locator("[data-lacks] a").evaluate("link => link.href") == reader.site.url(
        reader.find("guide", OTHER, lang)
    )
    links = page.locator(".save__visited a")
    assert links.evaluate_all("links => links.map((link) => link.href)") == [
        reader.site.url(reader.find("guide", GUIDE, lang))
    ]
    links.first.click()
    expect(page.locator("h1")).to_have_text({"id": "Roti pertama", "en": "Your first loaf"}[lang])


def test_a_course_is_saved_with_its_quiz_checklist_and_tool(reader, lang):
    reader.begin(lang)
    page = reader.go("course", "bread", lang)
    button = page.locator("saved-sets [data-fetch]")
    expect(button).to_have_text(
        re.compile({"id": r"Simpan kursus ini \(\d+ kB\)", "en": r"Save this course \(\d+ kB\)"}[lang])
    )
    button.click()
    expect(page.locator("saved-sets output")).to_have_text(SAVED[lang])
    expect(page.locator("saved-sets [data-remove]")).to_be_focused()
    reader.server.die()
    reader.go("quiz", GUIDE, lang)
    page.locator('label:has(> input[value="hot"])').click()
    page.locator("quiz-form .quiz__actions button").first.click()
    expect(page.locator("quiz-form fieldset").first).to_have_attribute("data-verdict", "right")
    reader.go("checklist", "before-opening", lang)
    page.locator("checklist-form input").first.check()
    page.reload()
    expect(page.locator("checklist-form input").first).to_be_checked()
    reader.go("tool", "sweeping", lang)
    page.locator('input[value="idle"]').check()
    expect(page.locator("decision-tool")).to_contain_text({"id": "Belum perlu.", "en": "Not yet."}[lang])
    reader.go("course", "bread", lang)
    expect(page.locator("saved-sets output")).to_have_text(SAVED[lang])


def test_the_search_finds_when_everything_is_saved(reader, lang):
    reader.begin(lang)
    reader.save(f"everything.{lang}", lang)
    reader.server.die()
    word = {"id": "tepung", "en": "flour"}[lang]
    page = reader.go("search", "search", lang, f"?q={word}")
    expect(page.locator("site-search ol > li")).not_to_have_count(0)
    page.locator("site-search ol > li a").first.click()
    expect(page.locator("h1")).to_be_visible()
    assert page.url.startswith(reader.site.url(f"{lang}/"))


def test_a_course_needs_no_saving_where_everything_is_saved_and_what_is_removed_is_gone(reader):
    reader.begin()
    item = reader.save("everything.en")
    expect(reader.page.locator('[data-set="course/bread.en"] output')).to_have_text("Saved with everything.")
    assert len(reader.kept()["files"]) > 60
    item.locator("[data-remove]").click()
    expect(item.locator("output")).to_contain_text("Removed.")
    expect(item.locator("[data-fetch]")).to_be_focused()
    assert reader.kept()["files"] == []


def test_of_an_unchanged_site_nothing_is_fetched_again(reader):
    reader.begin()
    reader.save("everything.en")
    reader.page.evaluate(LONG_AGO)
    with reader.asked() as asked:
        reader.go("offline", "offline", "en")
        expect(reader.page.locator('[data-set="everything.en"] output')).to_have_text(SAVED["en"])
        reader.wait(RENEWED)
        reader.page.wait_for_load_state("networkidle")
    assert set(asked) <= {"en/offline/", "sw.js", "offline.json", "en/manifest.webmanifest", "theme/favicon.svg"}


def test_of_a_changed_guide_its_page_the_lists_and_its_part_of_the_index_are_fetched(reader, changed):
    reader.begin()
    reader.save("everything.en")
    reader.server.folder = changed / "output"
    page = reader.go("offline", "offline", "en")
    item = page.locator('[data-set="everything.en"]')
    expect(item.locator("[data-fetch]")).to_have_text(re.compile(r"Update \(\d+ kB\)"))
    expect(item.locator("output")).to_contain_text("There is a newer version.")
    with reader.asked() as asked:
        item.locator("[data-fetch]").click()
        expect(item.locator("output")).to_have_text(SAVED["en"])
    pages = [each for each in asked if not each.startswith(("pagefind/", "offline"))]
    assert pages == [reader.find("guide", OTHER, "en")]
    chunks = [each for each in asked if each.startswith("pagefind/")]
    assert len(chunks) <= 6
    reader.server.die()
    reader.go("guide", OTHER, "en")
    expect(page.locator("main")).to_contain_text("a beautiful label")
    reader.go("search", "search", "en", "?q=beautiful")
    expect(page.locator("site-search ol > li").first).to_contain_text("Selling bread")


def test_what_is_saved_is_brought_up_to_date_once_a_day_by_itself(reader, changed):
    reader.begin()
    reader.save("everything.en")
    reader.server.folder = changed / "output"
    reader.page.evaluate(LONG_AGO)
    reader.go("guide", GUIDE, "en")
    reader.wait(TWO_OF_IT, reader.site.url(reader.find("guide", OTHER, "en")))
    expect(reader.go("offline", "offline", "en").locator('[data-set="everything.en"] output')).to_have_text(SAVED["en"])


def test_an_update_that_fails_leaves_what_was_saved_whole(reader, changed, project, tmp_path):
    """The host has the new lists already and still the old page."""
    mixed = shutil.copytree(changed / "output", tmp_path / "mixed")
    page_file = f"{reader.find('guide', OTHER, 'en')}index.html"
    shutil.copy(project / "output" / page_file, mixed / page_file)
    reader.begin()
    reader.save("everything.en")
    reader.server.folder = mixed
    page = reader.go("offline", "offline", "en")
    item = page.locator('[data-set="everything.en"]')
    item.get_by_role("button", name="Update").click()
    expect(item.locator("output")).to_contain_text("It could not be fetched now.")
    page.reload()
    expect(item.get_by_role("button", name="Update")).to_be_visible()
    expect(item.locator("output")).to_contain_text("There is a newer version.")
    reader.server.die()
    reader.go("guide", OTHER, "en")
    expect(page.locator("main")).to_contain_text("sold with a label")


def test_what_was_interrupted_goes_on_from_what_is_there(reader, tmp_path):
    reader.begin()
    folder = reader.server.folder
    partly = shutil.copytree(folder, tmp_path / "partly")
    for file in (partly / "en" / "glossary" / "index.html", partly / "en" / "index.html"):
        file.unlink()
    page = reader.go("offline", "offline", "en")
    item = page.locator('[data-set="everything.en"]')
    reader.server.folder = partly
    item.locator("[data-fetch]").click()
    expect(item.locator("output")).to_contain_text("It could not be fetched now.")
    there = {each.partition("?")[0] for each in reader.kept()["files"]}
    reader.server.folder = folder
    page.reload()
    expect(item.locator("output")).to_contain_text("Not complete yet.")
    with reader.asked() as asked:
        item.get_by_role("button", name="Go on").click()
        expect(item.locator("output")).to_have_text(SAVED["en"])
    assert there
    assert there.isdisjoint(asked)


def test_who_stops_it_can_go_on(reader):
    reader.begin()
    page = reader.go("offline", "offline", "en")
    item = page.locator('[data-set="everything.en"]')
    reader.server.silence = 0.1
    item.locator("[data-fetch]").click()
    expect(item.locator("[data-stop]")).to_be_focused()
    expect(item.locator(".save__count")).to_have_text(re.compile(r"\d+ kB of \d+ kB"))
    item.locator("[data-stop]").click()
    reader.server.silence = 0
    expect(item.locator("output")).to_contain_text("Not complete yet.")
    item.get_by_role("button", name="Go on").click()
    expect(item.locator("output")).to_have_text(SAVED["en"])


def test_too_little_room_is_said_and_nothing_is_lost(reader):
    reader.begin()
    page = reader.go("quiz", GUIDE, "en")
    page.locator('label:has(> input[value="hot"])').click()
    page.locator("quiz-form .quiz__actions button").first.click()
    record = page.evaluate("localStorage.pandu")
    reader.save("course/bread.en")
    session = reader.device.context.new_cdp_session(page)
    used = page.evaluate("navigator.storage.estimate().then(({ usage }) => usage)")
    session.send("Storage.overrideQuotaForOrigin", {"origin": page.evaluate("origin"), "quotaSize": used + 50_000})
    item = page.locator('[data-set="everything.en"]')
    item.locator("[data-fetch]").click()
    expect(item.locator("output")).to_contain_text("too little room")
    assert page.evaluate("localStorage.pandu") == record
    reader.server.die()
    page = reader.go("checklist", "before-opening", "en")
    expect(page.locator("h1")).to_have_text("Before opening")


def test_what_the_browser_has_removed_is_said(reader):
    reader.begin()
    reader.save("course/bread.en")
    reader.page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    page = reader.go("offline", "offline", "en")
    expect(page.locator('[data-set="course/bread.en"] output')).to_contain_text("The browser has removed this")


@pytest.mark.parametrize("lacks", ["serviceWorker", "caches"])
def test_a_browser_that_keeps_nothing_is_told_so_and_reads_on(reader, lacks, lang):
    reader.device.context.add_init_script(LACKING[lacks])
    page = reader.go("offline", "offline", lang)
    expect(page.locator(".save__cannot").first).to_be_visible()
    assert page.locator("[data-fetch]:visible").count() == 0
    expect(reader.go("guide", GUIDE, lang).locator("h1")).to_be_visible()


def test_at_the_top_of_a_host_it_works_as_below_a_path(browser, project):
    reader = Reader(browser, project / "output", "/")
    reader.begin()
    reader.save("course/bread.en")
    reader.server.die()
    expect(reader.go("checklist", "before-opening", "en").locator("h1")).to_have_text("Before opening")
    reader.close()


def test_a_host_that_says_nothing_is_not_waited_for_and_what_is_newer_is_offered(reader, changed):
    reader.begin()
    reader.go("guide", OTHER, "en")
    reader.settle(reader.find("guide", OTHER, "en"))
    reader.server.folder = changed / "output"
    reader.server.silence = 5
    page = reader.go("guide", OTHER, "en")
    expect(page.locator("main")).to_contain_text("sold with a label")
    reader.server.silence = 0
    note = page.locator(".news")
    expect(note.locator("[role=status]")).to_have_text("There is a newer version of this page.")
    note.get_by_role("button", name="Load it").click()
    expect(page.locator("main")).to_contain_text("a beautiful label")
    expect(page.locator(".news")).to_have_count(0)


def test_who_answers_a_quiz_hears_of_nothing(reader, changed, tmp_path):
    other = shutil.copytree(changed / "output", tmp_path / "other")
    file = other / reader.find("quiz", GUIDE, "en") / "index.html"
    file.write_text(file.read_text("utf-8").replace("How hot", "How very hot"), "utf-8")
    reader.begin()
    page = reader.go("quiz", GUIDE, "en")
    reader.settle(reader.find("quiz", GUIDE, "en"))
    reader.server.folder = other
    reader.server.silence = 5
    reader.go("quiz", GUIDE, "en")
    page.locator('label:has(> input[value="cold"])').click()
    with page.expect_request("**/news.*.js"):
        reader.server.silence = 0
    page.wait_for_timeout(500)
    expect(page.locator(".news")).to_have_count(0)


@pytest.mark.thorough
def test_pages_that_were_not_read_for_long_make_room(reader):
    reader.begin()
    steps = [each.address for each in reader.site.pages if each.address.endswith("/")]
    assert len(steps) > 62
    for address in steps[:66]:
        reader.page.goto(reader.site.url(address))
        reader.settle(address)
    kept = [each for each in reader.kept()["visited"] if each.endswith("/") or not each]
    assert 50 <= len(kept) <= 63
    assert reader.find("offline", "offline", "en") in kept


def test_a_browser_would_install_the_site(reader, lang):
    reader.begin(lang)
    session = reader.device.context.new_cdp_session(reader.page)
    errors = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {each["errorId"] for each in errors} <= {"in-incognito"}
    assert session.send("Page.getAppManifest")["errors"] == []
