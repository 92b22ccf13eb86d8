from datetime import date


def news(found, lang="en"):
    register = next(page for page in found.tree.pages if page.kind == "register" and page.lang == lang)
    return {each.address.split("/")[-2]: each for each in register.news}


def test_a_rule_that_holds_is_news_of_the_day_on_which_it_began(small, read):
    found = news(read(small))
    assert found["oven-2-2024"].day == date(2024, 7, 1)
    assert found["oven-2-2024"].title == "In force: Oven 2/2024"


def test_what_is_to_come_or_has_been_revoked_is_no_news(small, read):
    """From the day on which it was to begin it is for an editor to confirm that it has."""
    coming = small / "content" / "regulations" / "oven-2-2024.yaml"
    coming.write_text(coming.read_text("utf-8").replace("status: in_force", "status: not_yet_in_force"), "utf-8")
    found = news(read(small, date(2030, 1, 1)))
    assert "oven-2-2024" not in found
    assert "flour-1-2010" not in found


def test_news_that_rest_on_weak_evidence_say_so(small, read):
    found = news(read(small))
    assert found["label-1-2025"].summary.endswith("(check the official text)")
    assert news(read(small), "id")["label-1-2025"].summary.endswith("(periksa teks resmi)")
