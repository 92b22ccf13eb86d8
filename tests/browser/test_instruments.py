"""What the other tests look with: each instrument sees what it is for, on pages that are spoilt for it."""

from tests.browser.accessibility import violations
from tests.browser.crowded import crowded
from tests.browser.device import Device
from tests.browser.targets import small_targets, told
from tests.browser.wide import too_wide


def test_a_request_to_another_origin_is_told(device):
    """Even where the page's policy would allow it."""
    stranger = device(bypass_csp=True)
    stranger.expect_wrong("asks elsewhere: https://elsewhere.example/")
    stranger.expect_wrong("gets nothing: https://elsewhere.example/")
    stranger.expect_wrong("console: Failed to load resource")
    stranger.open("id/").evaluate("fetch('https://elsewhere.example/').catch(() => 0)")


def test_what_the_policy_forbids_is_told(phone):
    page = phone.open("id/")
    phone.expect_wrong("console: Connecting to 'https://elsewhere.example/' violates")
    phone.expect_wrong("console: Fetch API cannot load https://elsewhere.example/")
    phone.expect_wrong("console: Applying inline style violates")
    page.evaluate("fetch('https://elsewhere.example/').catch(() => 0)")
    page.evaluate("document.body.setAttribute('style', 'color: red')")


def test_what_is_missing_below_the_sites_path_is_told(phone, site):
    """A page that links from the root works on the root only."""
    phone.expect_wrong(f"asks elsewhere: {site.base.removesuffix('learn/')}theme/favicon.svg")
    phone.expect_wrong("gets 404")
    phone.expect_wrong("console: Failed to load resource")
    phone.open("id/").evaluate("fetch('/theme/favicon.svg')")


def test_what_scripts_complain_of_is_told(phone):
    phone.expect_wrong("console: too bad")
    phone.expect_wrong("console: take care")
    phone.expect_wrong("script: nobody caught this")
    page = phone.open("id/")
    page.evaluate("console.error('too bad'); console.warn('take care'); console.info('all is well')")
    page.evaluate("new Promise((done) => setTimeout(() => { setTimeout(done); throw Error('nobody caught this'); }))")


def test_what_should_go_wrong_and_does_not_is_told_too(browser, site):
    device = Device(browser, site)
    device.open("id/")
    device.expect_wrong("never")
    assert device.close() == ["did not go wrong: never"]


def test_axe_sees_what_a_page_lacks(phone):
    page = phone.open("id/")
    page.evaluate("document.querySelector('h1').append(new Image())")
    page.evaluate("document.querySelector('.card p').style.color = '#aaa'")
    found = "\n".join(violations(page))
    assert "image-alt (Images must have alternative text)\n  img\n  <img>\n  Fix any of the following" in found
    assert "color-contrast (Elements must meet minimum color contrast ratio thresholds)" in found


def test_a_page_that_is_too_wide_is_measured(phone, site):
    page = phone.open("id/")
    page.evaluate("document.querySelector('main').style.minWidth = '500px'")
    assert too_wide(page) == [f"{site.url('id/')}: 500 px wide on a screen of 360"]


def test_words_on_words_and_words_that_are_cut_are_told(phone):
    page = phone.open("id/")
    page.evaluate("""document.querySelector("main").innerHTML = `
      <p id="one">Some words</p><p id="two">Others</p><p id="three">Far</p><p id="four">Fine</p>
      <a id="five" href="#">A long word</a>`""")
    assert crowded(page) == []
    page.evaluate("""() => {
      for (const [id, style] of [["two", { marginTop: "-25px" }], ["three", { marginLeft: "-50px" }],
        ["five", { display: "block", width: "20px", whiteSpace: "nowrap" }]])
        Object.assign(document.getElementById(id).style, style);
    }""")
    assert [line.partition(": ")[2].partition(" needs ")[0] for line in crowded(page)] == [
        "p “Far” leaves the screen",
        "a “A long word”",
        "p “Some words” lies on p “Others”",
    ]


def test_targets_are_measured_with_their_labels_and_links_in_text_are_not(phone):
    page = phone.open("id/")
    page.evaluate("""document.querySelector("main").innerHTML = `
      <p>Some words and <a href="#">a link</a>. <a class="cite" href="#">UU 1</a></p>
      <p><a href="#">One</a> · <a href="#">Another</a></p>
      <button>Press</button>
      <label>Big label<br><br><input type="checkbox"></label>
      <input type="checkbox" id="alone"><label for="alone">Small</label>
      <p hidden><button>Gone</button></p>`""")
    found = [each for each in small_targets(page) if "main" in each.where]
    assert [each.words for each in found] == ["One", "Another", "Press", "alone"]
    assert [line.rpartition("main > ")[2].split(":")[0] for line in told({each: {"home"} for each in found})] == [
        "button",
        "input",
        "p > a",
    ]
    assert told({each: {"home", "a-z"} for each in found})[-1].endswith(", “One” and 1 more, on: a-z, home")
