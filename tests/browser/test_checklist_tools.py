"""What a reader takes along from a checklist's own page: dates, a link with the ticks, a table, paper."""

import csv
import io
import json
import re
import shutil
from datetime import date, datetime, timedelta

import icalendar
import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from plugins.checklist.pages import files
from tests.browser.accessibility import violations
from tests.browser.serving import Server
from tests.browser.shown import Site
from tests.browser.targets import small_targets
from tests.browser.telling import tell
from tests.browser.using import use
from tests.browser.wide import too_wide
from tests.site.project import ROOT, build, copy_project

KEY = "before-opening"
MONEY = ["rent", "books", "report", "permit", "inspector", "scales", "formula"]
ITEMS = ["sweep", "lift-coal", "wash-broom", "weigh", "stick-label", *MONEY]
FROM_A_START = ("inspector", "scales")
DATES = {"id": "Kalender: semua tanggal", "en": "Calendar: all dates"}
ASKED = {"id": "Centang yang dibawa tautan ini: {}.", "en": "Ticks that this link brings: {}."}
NONE_TICKED = {"id": "Belum ada yang dicentang.", "en": "Nothing is ticked yet."}
NONE_AHEAD = {"id": "Tidak ada tugas tersisa", "en": "Nothing that is open"}
START = {"id": "Pilih dulu hari Anda mulai.", "en": "Choose the day on which you start first."}
COPIED = {"id": "Tautan disalin.", "en": "Link copied."}
TO_COPY = {"id": "Salin alamat halaman ini", "en": "Copy the address of this page"}
COUNTED = {
    "id": ["Dalam 7 hari sejak Anda mulai: 7 Februari 2028", "Dalam 1 bulan sejak Anda mulai: 29 Februari 2028"],
    "en": ["Within 7 days of your start: 7 February 2028", "Within one month of your start: 29 February 2028"],
}
NEXT = {"id": "Berikutnya: {}", "en": "Next: {}"}
LAST = {"id": "Terakhir dikerjakan: {}", "en": "Last done: {}"}
SHARES = "navigator.share = async (what) => { window.shared = what; };"
SHARES_NOT = "navigator.share = undefined;"
COPIES_NOT = SHARES_NOT + "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
PRINTS = """
window.printed = [];
window.print = () => printed.push(document.querySelector("checklist-tools[data-blank]") ? "blank" : "mine");
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The small site with dates in its checklist, really built."""
    project = copy_project(tmp_path_factory.mktemp("dated") / "project", ROOT / "tests" / "small")
    shutil.copytree(ROOT / "tests" / "checklist" / "dated", project, dirs_exist_ok=True)
    build(project)
    with Server(project / "output") as server:
        yield Site(project / "output", server.base, server.base)


@pytest.fixture
def own(site, lang):
    """The address of the checklist's own page."""
    return site.find("checklist", KEY, lang)


def box(page, key):
    return page.locator(f"[data-record='checklist/{KEY}/{key}']")


def tick(page, *keys):
    for key in keys:
        box(page, key).click()


def ticked(page):
    return [key for key in ITEMS if box(page, key).is_checked()]


def tool(page, name):
    return page.locator(f"[data-tool={name}]")


def choose(page, day):
    page.locator("[type=date]").fill(day)
    page.locator("[type=date]").blur()


def said(page):
    return page.locator(".tools > output")


def saved(page, name):
    """The name and the bytes of the file that a tool saves."""
    with page.expect_download() as download:
        tool(page, name).click()
    return download.value.suggested_filename, download.value.path().read_bytes()


def on(day, device):
    """The device on that day, half an hour after midnight in Jakarta."""
    device.context.clock.set_fixed_time(datetime.fromisoformat(f"{day}T00:30:00+07:00"))
    return device


def when(page, key):
    """By when an item is due, as its page says it."""
    return box(page, key).locator("+ span [data-due]")


def records(page):
    return json.loads(page.evaluate("localStorage.pandu || '{\"records\":{}}'"))["records"]


def hold(page, **ticks):
    """As if the device had kept these when the page was opened."""
    kept = {"version": 2, "records": {f"checklist/{KEY}/{key}": value for key, value in ticks.items()}}
    page.evaluate("(text) => (localStorage.pandu = text)", json.dumps(kept))
    page.reload()


def keys(data):
    return {str(each["UID"]).split("@")[0].split("/")[-1] for each in icalendar.Calendar.from_ical(data).events}


# the page


def test_without_script_the_dates_stand_there_with_their_file_and_no_button(device, own, site, lang):
    page = device(script=False).open(own)
    link = page.get_by_role("link", name=DATES[lang])
    response = page.request.get(f"{page.url}{link.get_attribute('href')}")
    assert response.headers["content-type"].startswith("text/calendar")
    assert keys(response.body()) == {"wash-broom", "rent", "books", "report", "permit"}
    assert page.locator("[data-due]").count() == 7
    assert page.locator("checklist-tools :is(button, [type=date]):visible").count() == 0
    tick(page, "lift-coal", "rent")
    assert ticked(page) == ["lift-coal", "rent"]


def test_a_guide_shows_the_dates_and_none_of_the_tools(phone, site, lang):
    page = phone.open(site.find("guide", "bread/first-loaf", lang))
    assert page.locator("checklist-form [data-due]").count() == 7
    assert page.locator("checklist-tools, [data-tool]").count() == 0
    assert (
        "checklist-tools" not in page.request.get(page.locator("head script[src]").evaluate("each => each.src")).text()
    )


def test_a_task_is_ticked_for_itself_whatever_stands_above_or_below_it(phone, own, lang):
    page = phone.open(own)
    tick(page, "sweep")
    assert ticked(page) == ["sweep"]
    tick(page, "sweep", "lift-coal", "wash-broom")
    assert ticked(page) == ["lift-coal", "wash-broom"]
    expect(page.locator(".checklist__progress output")).to_have_text(
        {"id": "2 dari 12 selesai", "en": "2 of 12 done"}[lang]
    )


def test_who_hears_a_box_hears_by_when_it_is_to_be_ticked(device, own, lang):
    page = on("2026-11-10", device()).open(own)
    name = {
        "id": "Bayar sewa tungku. Setiap bulan, paling lambat tanggal 15. Berikutnya: 15 November 2026",
        "en": "Pay the rent of the oven. Every month, by the 15th. Next: 15 November 2026",
    }
    expect(page.get_by_role("checkbox", name=name[lang], exact=True)).to_be_visible()


@pytest.mark.parametrize("size", [320, 1280])
def test_it_can_be_used_by_everyone(device, own, scheme, size):
    page = device(width=size, scheme=scheme).open(f"{own}#ticked=rent.books")
    expect(tool(page, "add")).to_be_visible()
    use(page)
    choose(page, "2028-01-31")
    tool(page, "calendar").click()
    tell([*violations(page), *too_wide(page), *small_targets(page)])


# dates


def test_what_counts_from_a_start_says_its_day_and_the_start_is_kept(phone, site, own, lang):
    page = phone.open(own)
    choose(page, "2028-01-31")
    for opened in (page, phone.open(own)):
        for key, words in zip(FROM_A_START, COUNTED[lang], strict=True):
            expect(box(opened, key).locator("+ span [data-due]")).to_have_text(words)
    page.reload()
    expect(page.locator("[type=date]")).to_have_value("2028-01-31")
    page.locator("[type=date]").fill("")
    expect(box(page, "scales").locator("+ span [data-due]")).to_have_text(COUNTED[lang][1].partition(":")[0])
    assert page.evaluate("JSON.parse(localStorage.pandu).records") == {}


def test_another_tab_learns_the_start(phone, own):
    one, other = phone.open(own), phone.open(own)
    choose(other, "2028-01-31")
    expect(one.locator("[type=date]")).to_have_value("2028-01-31")


@pytest.mark.parametrize("day", ["2026-11-23", "2026-12-31", "2027-02-28", "2028-02-29", "2028-03-31"])
def test_the_browser_writes_what_the_build_writes_on_that_day(device, own, lang, dated, read, day):
    page = on(day, device(timezone_id="Asia/Jakarta")).open(own)
    tick(page, *FROM_A_START)
    name, data = saved(page, "calendar")
    assert name == own.strip("/").rpartition("/")[2] + ".ics"
    made = files(read(dated, date.fromisoformat(day)).tree.site, lambda address: f"https://bread.example/{address}")
    expected = next(each for address, each in made.items() if address.startswith(lang))
    assert without_stamps(data) == without_stamps(expected)


def without_stamps(data):
    return re.sub(rb"DTSTAMP:\d{8}T\d{6}Z", b"", data)


def test_the_file_holds_what_is_open_and_what_counts_from_the_start(phone, own):
    page = phone.open(own)
    tick(page, "permit")
    choose(page, "2031-01-31")
    found = icalendar.Calendar.from_ical(saved(page, "calendar")[1]).events
    days = {str(each["UID"]).split("@")[0].split("/")[-1]: each["DTSTART"].dt for each in found}
    assert set(days) >= {"wash-broom", "report", *FROM_A_START}
    assert "permit" not in days
    assert (days["inspector"], days["scales"]) == (date(2031, 2, 7), date(2031, 2, 28))


def test_without_a_start_the_reader_is_asked_for_it(phone, own, lang):
    page = phone.open(own)
    tool(page, "calendar").click()
    expect(said(page)).to_have_text(START[lang])
    expect(page.locator("[type=date]")).to_be_focused()


def test_where_all_is_done_there_is_no_empty_file(phone, own, lang):
    page = phone.open(own)
    page.locator("[data-due^=monthly], [data-due^=yearly]").evaluate_all("all => all.forEach((each) => each.remove())")
    tick(page, *ITEMS)
    tool(page, "calendar").click()
    expect(said(page)).to_contain_text(NONE_AHEAD[lang])


# what comes again


@pytest.fixture
def jakarta(device):
    return device(timezone_id="Asia/Jakarta")


@pytest.mark.parametrize(
    ("key", "ticked_on", "done_until", "then_next"),
    [
        ("rent", "2026-11-10", "2026-11-15", "15 Desember 2026|15 December 2026"),
        ("rent", "2026-11-15", "2026-11-15", "15 Desember 2026|15 December 2026"),
        ("rent", "2026-11-16", "2026-12-15", "15 Januari 2027|15 January 2027"),
        ("books", "2028-02-01", "2028-02-29", "31 Maret 2028|31 March 2028"),
        ("report", "2026-11-26", "2027-03-31", "31 Maret 2028|31 March 2028"),
    ],
)
def test_a_tick_holds_until_the_day_has_passed_that_was_next(jakarta, own, lang, key, ticked_on, done_until, then_next):
    then_next = dict(zip(("id", "en"), then_next.split("|"), strict=True))[lang]
    page = on(ticked_on, jakarta).open(own)
    tick(page, key)
    expect(when(page, key)).to_contain_text(NEXT[lang].format(then_next))  # it is done, and will come again
    on(done_until, jakarta)
    page.reload()
    assert ticked(page) == [key]
    on(str(date.fromisoformat(done_until) + timedelta(1)), jakarta)
    page.reload()
    assert ticked(page) == []
    expect(when(page, key)).to_contain_text(NEXT[lang].format(then_next))
    expect(when(page, key)).to_contain_text(LAST[lang].format(int(ticked_on[-2:])))
    expect(page.locator(".checklist__progress progress")).to_have_attribute("value", "0")
    tick(page, key)
    assert ticked(page) == [key]


def test_what_comes_once_stays_ticked(jakarta, own):
    page = on("2026-11-10", jakarta).open(own)
    tick(page, "permit", "inspector", "sweep")
    on("2036-11-10", jakarta)
    page.reload()
    assert ticked(page) == ["sweep", "permit", "inspector"]


def test_an_open_page_notices_that_the_day_has_passed(jakarta, own):
    page = on("2026-11-15", jakarta).open(own)
    tick(page, "rent", "sweep")
    on("2026-11-16", jakarta)
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    assert ticked(page) == ["sweep"]


def test_the_guide_shows_the_same(jakarta, site, own, lang):
    page = on("2026-11-10", jakarta).open(own)
    tick(page, "rent")
    page.goto(site.url(site.find("guide", "bread/first-loaf", lang)))
    assert box(page, "rent").is_checked()
    on("2026-11-16", jakarta)
    page.reload()
    assert not box(page, "rent").is_checked()
    expect(when(page, "rent")).to_contain_text(LAST[lang].format("10 November 2026"))


def test_a_tick_that_is_taken_back_leaves_the_one_before(jakarta, own, lang):
    page = on("2026-11-10", jakarta).open(own)
    tick(page, "rent", "books")
    tick(page, "books")
    on("2026-12-10", jakarta)
    page.reload()
    tick(page, "rent")
    assert records(page) == {f"checklist/{KEY}/rent": {"day": "2026-12-10", "before": "2026-11-10"}}
    expect(when(page, "rent")).to_contain_text(LAST[lang].format(10))
    page.locator(".checklist__progress button").click()
    assert records(page) == {f"checklist/{KEY}/rent": {"day": "2026-11-10"}}
    expect(when(page, "rent")).to_contain_text(LAST[lang].format("10 November 2026"))


def test_a_tick_from_before_days_were_kept_counts_from_when_it_is_seen(jakarta, own, lang):
    page = on("2026-11-10", jakarta).open(own)
    hold(page, rent=True, sweep=True)
    assert ticked(page) == ["sweep", "rent"]
    assert records(page) == {f"checklist/{KEY}/rent": {"seen": "2026-11-10"}, f"checklist/{KEY}/sweep": True}
    on("2026-11-16", jakarta)
    page.reload()
    assert ticked(page) == ["sweep"]
    expect(when(page, "rent")).to_contain_text(NEXT[lang].format(15))
    expect(when(page, "rent")).not_to_contain_text(LAST[lang].format(""))  # nobody knows


def test_an_item_that_comes_no_more_keeps_its_tick(jakarta, own):
    page = on("2026-11-10", jakarta).open(own)
    hold(page, sweep={"day": "2020-01-01"}, rent={"day": "no day"}, books=7)
    assert ticked(page) == ["sweep", "rent", "books"]


def test_what_is_done_is_in_the_calendar_on_its_next_day_and_in_link_and_table_as_done(jakarta, own, lang):
    jakarta.context.add_init_script(SHARES)
    page = on("2026-11-10", jakarta).open(own)
    tick(page, "rent", *FROM_A_START)
    found = icalendar.Calendar.from_ical(saved(page, "calendar")[1]).events
    events = {str(each["UID"]).split("@")[0].split("/")[-1]: each for each in found}
    assert events["rent"]["DTSTART"].dt == date(2026, 12, 15)
    assert events["wash-broom"]["DTSTART"].dt == date(2026, 11, 28)
    assert not re.search(f"{NEXT[lang]}|{LAST[lang]}".replace("{}", ""), str(events["rent"]["DESCRIPTION"]))
    tool(page, "share").click()
    assert page.evaluate("shared.url").endswith("#ticked=rent.inspector.scales")
    table = saved(page, "table")[1].decode("utf-8-sig")
    assert re.search({"id": '"rent";.*;"ya"', "en": '"rent",.*,"yes"'}[lang], table)
    on("2026-11-16", jakarta)
    page.reload()
    tool(page, "share").click()
    assert page.evaluate("shared.url").endswith("#ticked=inspector.scales")
    assert re.search({"id": '"rent";.*;"belum"', "en": '"rent",.*,"no"'}[lang], saved(page, "table")[1].decode())


def test_a_link_ticks_for_the_day_that_is_next_when_it_is_added(jakarta, own):
    page = on("2026-11-10", jakarta).open(f"{own}#ticked=rent")
    tool(page, "add").click()
    assert records(page) == {f"checklist/{KEY}/rent": {"day": "2026-11-10"}}


@pytest.mark.parametrize(
    ("here", "there", "kept"),
    [
        ({"day": "2026-10-10"}, {"day": "2026-11-10"}, {"day": "2026-11-10"}),
        ({"day": "2026-11-10"}, {"day": "2026-10-10"}, {"day": "2026-11-10"}),
        (True, {"day": "2026-10-10"}, {"day": "2026-10-10"}),
        ({"day": "2026-10-10"}, True, {"day": "2026-10-10"}),
        ({"seen": "2026-11-10"}, {"day": "2026-10-10"}, {"day": "2026-10-10"}),
        (True, True, True),
    ],
)
def test_a_file_that_is_added_keeps_the_later_day(device, site, tmp_path, here, there, kept):
    page = device().open(site.find("learning", "learning", "en"))
    hold(page, rent=here)
    path = tmp_path / "saved.json"
    path.write_text(json.dumps({"version": 2, "records": {f"checklist/{KEY}/rent": there}}), "utf-8")
    page.set_input_files("[type=file]", path)
    expect(page.locator("[data-told]")).not_to_be_empty()
    assert records(page) == {f"checklist/{KEY}/rent": kept}


def test_where_nothing_is_kept_a_tick_outlives_a_look_elsewhere(device, own):
    phone = device()
    phone.forbid_storage()
    page = phone.open(own)
    tick(page, "rent", "sweep")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))")
    assert ticked(page) == ["sweep", "rent"]


# the link


def test_the_link_carries_the_ticks_by_their_keys(phone, own, lang):
    phone.context.add_init_script(SHARES)
    page = phone.open(own)
    tool(page, "share").click()
    expect(said(page)).to_have_text(NONE_TICKED[lang])
    tick(page, "rent", "lift-coal")
    tool(page, "share").click()
    url = f"https://bread.example/{own}#ticked=lift-coal.rent"
    assert page.evaluate("shared") == {"title": page.locator("h1").inner_text(), "url": url}


def test_where_the_device_cannot_share_the_link_is_copied(phone, own, lang):
    phone.context.grant_permissions(["clipboard-read", "clipboard-write"])
    phone.context.add_init_script(SHARES_NOT)
    page = phone.open(own)
    tick(page, "rent")
    tool(page, "share").click()
    expect(said(page)).to_have_text(COPIED[lang])
    assert page.evaluate("navigator.clipboard.readText()") == f"https://bread.example/{own}#ticked=rent"


def test_where_it_cannot_copy_either_the_address_of_the_page_is_the_link(phone, own, lang):
    phone.context.add_init_script(COPIES_NOT)
    page = phone.open(own)
    tick(page, "rent")
    tool(page, "share").click()
    expect(said(page)).to_contain_text(TO_COPY[lang])
    assert page.url.endswith(f"{own}#ticked=rent")
    expect(tool(page, "add")).to_be_hidden()


def test_ticks_of_a_link_are_added_to_those_that_are_there_once_the_reader_wants_it(device, own, lang):
    phone = device()
    page = phone.open(own)
    tick(page, "sweep", "rent")
    page = phone.open(f"{own}#ticked=rent.books.no-such-item.weigh")
    expect(page.locator(".tools__brought output")).to_contain_text(ASKED[lang].format(2))
    assert ticked(page) == ["sweep", "rent"]
    tool(page, "add").click()
    assert ticked(page) == ["sweep", "weigh", "rent", "books"]
    expect(page.locator(".checklist__progress progress")).to_have_attribute("value", "4")
    expect(page.locator(".tools__brought")).to_be_hidden()
    expect(box(page, "sweep")).to_be_focused()
    assert "#" not in page.url
    page.reload()
    assert ticked(page) == ["sweep", "weigh", "rent", "books"]


def test_who_declines_keeps_what_they_have(phone, own):
    page = phone.open(f"{own}#ticked=rent.books")
    tool(page, "leave").click()
    expect(page.locator(".tools__brought")).to_be_hidden()
    page.reload()
    assert ticked(page) == []
    assert "#" not in page.url


@pytest.mark.parametrize(
    "hash_", ["#ticked=", "#ticked=gone", "#ticked=%3Cb%3E", "#ticked=constructor.rent%20", "#ticked"]
)
def test_a_link_that_brings_nothing_asks_nothing(phone, own, hash_):
    page = phone.open(own + hash_)
    expect(tool(page, "table")).to_be_visible()
    expect(page.locator(".tools__brought")).to_be_hidden()
    assert ticked(page) == []


def test_a_link_in_an_open_page_asks_too_and_the_other_language_knows_its_keys(phone, site):
    page = phone.open(site.find("checklist", KEY, "id"))
    page.evaluate("location.hash = '#ticked=rent'")
    tool(page, "add").click()
    page.goto(site.url(site.find("checklist", KEY, "en")) + "#ticked=rent.weigh")
    expect(page.locator(".tools__brought output")).to_contain_text(ASKED["en"].format(1))


@pytest.mark.parametrize("trouble", ["forbid_storage", "fill_storage"])
def test_a_device_that_keeps_nothing_says_so(phone, own, trouble):
    getattr(phone, trouble)()
    page = phone.open(f"{own}#ticked=rent")
    tool(page, "add").click()
    assert ticked(page) == ["rent"]
    expect(page.locator("[data-forgets]")).to_be_visible()


# table and paper


def test_the_table_is_read_by_excel_and_runs_nothing(phone, own, lang):
    page = phone.open(own)
    tick(page, "rent")
    name, data = saved(page, "table")
    assert name == own.strip("/").rpartition("/")[2] + ".csv"
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.count("\n") == text.count("\r\n") == len(ITEMS) + 1
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter={"id": ";", "en": ","}[lang], strict=True)
    assert [row[0] for row in rows] == ITEMS
    assert {len(row) for row in [head, *rows]} == {5}
    table = {row[0]: row[1:] for row in rows}
    due = {"id": "Setiap bulan, paling lambat tanggal 15", "en": "Every month, by the 15th"}[lang]
    rent = {
        "id": ["Bayar sewa tungku.", "Mengapa: pemilik tungku menunggu.", due, "ya"],
        "en": ["Pay the rent of the oven.", "Why: the owner of the oven waits.", due, "yes"],
    }
    assert table["rent"] == rent[lang]
    assert table["sweep"][1:] == [
        {"id": "Abunya disimpan.", "en": "Keep the ashes."}[lang],
        "",
        {"id": "belum", "en": "no"}[lang],
    ]
    assert table["stick-label"][0] == {"id": "Tempel label.", "en": "Put on the label."}[lang]
    assert table["formula"][0].startswith("'=1+1")
    assert not [each for row in rows for each in row if each[:1] in tuple("=+-@")]


def test_it_prints_with_the_ticks_or_without_them(phone, own):
    phone.context.add_init_script(PRINTS)
    page = phone.open(own)
    page.locator("[data-tool=print]:not([data-blank])").click()
    page.locator("[data-tool=print][data-blank]").click()
    assert page.evaluate("printed") == ["mine", "blank"]
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator("checklist-tools[data-blank]").count() == 0


def test_on_paper_it_is_a_form(device, own, lang):
    page = device(width=1280, scheme="dark").open(own)
    tick(page, "rent", "scales")
    choose(page, "2028-01-31")
    counted = COUNTED[lang][0].partition(": ")[2]
    mine = sheet(page)
    page.evaluate("document.querySelector('checklist-tools').dataset.blank = ''")
    blank = sheet(page)
    assert (mine.count("✓"), blank.count("✓")) == (2, 0)
    assert (counted in mine, counted in blank) == (True, False)
    for text in (mine, blank):
        for words in {"id": ("Nama:", "Tanggal:"), "en": ("Name:", "Date:")}[lang]:
            assert words in text
        for button in page.locator("checklist-tools button").all_inner_texts():
            assert button not in text


def sheet(page):
    read = PdfReader(io.BytesIO(page.pdf(format="A4"))).pages
    return " ".join(" ".join(each.extract_text() for each in read).split())
