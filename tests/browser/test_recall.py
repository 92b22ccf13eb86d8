"""What people ask is answered among the first three results, in the browser and by the index that readers get."""

from tools.build import ROOT
from tools.recall import addresses, ask, rate, read_queries

ENOUGH = 0.95
QUESTIONS = 60


def test_what_people_ask_is_answered_among_the_first_three(phone, site):
    page, known = phone.open(""), addresses(site.folder)
    for lang, queries in read_queries(ROOT).items():
        asked = ask(page, site.base, lang, queries, known)
        assert len(asked) >= QUESTIONS
        missed = [each.query for each in asked if not each.answered]
        assert rate(asked) >= ENOUGH, f"{lang}: {missed}"
