"""What the pages say of the law: nothing that is known to be wrong, nothing on weak evidence without its mark."""

import re
from pathlib import Path

import pytest
import yaml

from tests.site.text import text_of

ROOT = Path(__file__).resolve().parents[2]


def facts():
    return yaml.safe_load((ROOT / "content" / "facts.yaml").read_text("utf-8"))


def forbidden():
    """What no page says, as expressions. What stands in quotes is the sentence, the rest of a line says when."""
    for each in facts()["never"]:
        for text in (each["text"], each["id"]):
            for said in re.findall(r'"([^"]+)"', text) or [text]:
                words = re.sub(r"\bn\b", "{number}", said.casefold().strip(" ."))
                words = re.escape(words).replace(re.escape("{number}"), r"\w+")
                yield re.compile(words.replace("rp", "(?:rp|idr )").replace("umk", "(?:umk|mses?)"))


def test_sentences_that_must_never_appear_do_not(built):
    """Outside quotation marks: there stands what people say, beside what is so."""
    sentences = list(forbidden())
    assert len(sentences) >= 38
    for path in sorted(built.rglob("*.html")):
        said = re.sub(r"“[^”|]*”", "“”", " ".join(text_of(path.read_text("utf-8")).casefold().split()))
        assert not [each.pattern for each in sentences if each.search(said)], path.relative_to(built)


@pytest.mark.parametrize(
    "sentence",
    [
        "PSE Private is for internal use.",
        "MSEs are exempt from PSE registration",
        "assets of up to IDR 50 million",
        "UMK berarti kurang dari 5 pekerja",
        "lokapasar memungut pajak sejak 14 Juli 2025",
    ],
)
def test_a_sentence_that_must_never_appear_would_be_seen(sentence):
    assert any(each.search(sentence.casefold()) for each in forbidden())


def test_every_citation_of_a_weak_regulation_carries_the_mark(pages):
    weak = set()
    for path in (ROOT / "content" / "regulations").glob("*.yaml"):
        entry = yaml.safe_load(path.read_text("utf-8"))
        if entry.get("recheck") or entry["evidence"] in ("project_note", "none"):
            weak.add(path.stem)
    seen = 0
    for name, page in pages.items():
        for cite in page.select("main a.cite[href]"):
            if cite["href"].rstrip("/").rsplit("/", 1)[-1] in weak:
                seen += 1
                following = [each for each in cite.next_siblings if str(each).strip()][:2]
                classes = [getattr(each, "attrs", {}).get("class", ()) for each in following]
                assert any("mark" in each for each in classes), (name, str(cite))
    assert seen > 10


def test_a_statement_of_a_guide_is_cited_by_regulations_that_the_page_lists_as_sources(pages):
    for name, page in pages.items():
        if page.html["data-kind"] != "guide":
            continue
        sources = {link["href"] for link in page.select(".sources a[href]")}
        cited = {link["href"] for link in page.select("main a.cite[href]")}
        assert cited <= sources, name


def test_no_fact_of_the_research_was_lost():
    codes = [each["code"] for each in facts()["facts"]]
    assert len(codes) == len(set(codes))
    counts = {}
    for code in codes:
        counts.setdefault(re.match(r"[A-Z]+", code)[0], []).append(code)
    wanted = {"PSE": 23, "MSE": 23, "MKT": 20, "CON": 12, "PDP": 11}
    wanted |= {"CMP": 7, "FUT": 10, "ZAL": 11, "PAY": 14, "RES": 12}
    assert {prefix: count for prefix, count in wanted.items() if len(counts[prefix]) < count} == {}
