"""What a host's headers forbid, browsers really refuse; and what a page needs, they let it have."""

from tests.browser.serving import Server
from tools.hosting.headers import everywhere

FRAME = "<!doctype html><title>Somebody else</title><iframe src='{}'></iframe>"
ALLOWED = "document.featurePolicy.allowsFeature('{}')"


def test_the_camera_may_be_asked_for_and_the_microphone_may_not(phone):
    page = phone.open(phone.site.find("collector", "collector", "id"))
    assert page.evaluate(ALLOWED.format("camera"))
    assert not page.evaluate(ALLOWED.format("microphone"))


def test_no_other_site_shows_ours_as_its_own(browser, built, tmp_path):
    with Server(built, headers=everywhere()) as server:
        (tmp_path / "index.html").write_text(FRAME.format(f"{server.base}id/"), "utf-8")
        with Server(tmp_path) as other:
            page = browser.new_page()
            with page.expect_console_message(lambda said: "frame-ancestors" in said.text):
                page.goto(other.base)
            page.close()


def test_whoever_a_link_leads_to_learns_nothing_of_the_reader(phone):
    page = phone.open("id/")
    with page.expect_request("**/id/pse/") as asked:
        page.locator("main a[href='pse/']").first.click()
    assert "referer" not in asked.value.all_headers()
