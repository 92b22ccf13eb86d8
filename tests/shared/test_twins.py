SELLING = "content/guides/bread/selling-bread/"


def test_a_translation_lags_in_the_sections_that_changed(small, read):
    path = small / SELLING / "id.md"
    path.write_text(path.read_text("utf-8").replace("Label menyebut", "Label selalu menyebut"), "utf-8")
    twins = read(small).tree.site["guide"]["bread/selling-bread"]
    assert twins.source == "id"
    assert [each.key for each in twins.lagging("en")] == ["label"]
    assert twins.lagging("id") == ()


def test_any_language_may_be_the_source(small, read):
    found = {lang: (small / SELLING / f"{lang}.md") for lang in ("id", "en")}
    site = read(small).tree.site
    hashes = {each.key: each.hash for each in site["guide"]["bread/selling-bread"].documents["en"].sections}
    follows = "follows:\n" + "".join(f"  {key}: {value}\n" for key, value in hashes.items())
    text = found["en"].read_text("utf-8")
    start, end = text.index("follows:"), text.index("---", 4)
    found["en"].write_text(text[:start] + text[end:], "utf-8")
    text = found["id"].read_text("utf-8")
    end = text.index("---", 4)
    found["id"].write_text(text[:end] + follows + text[end:], "utf-8")
    after = read(small)
    assert after.told == []
    assert after.tree.site["guide"]["bread/selling-bread"].source == "en"
