def test_facts_are_read_and_no_page_is_made_of_them(small, read):
    tree = read(small).tree
    facts = tree.site["fact"]["facts"]
    assert [(fact.code, fact.tag) for fact in facts.facts] == [("BREAD-01", "V"), ("BREAD-02", "K")]
    assert [never.id for never in facts.never] == ["Roti butuh izin dari bulan."]
    assert not [page for page in tree.pages if page.kind == "fact"]


def test_an_article_may_be_named_by_a_fact_alone(small, read):
    path = small / "content" / "facts.yaml"
    path.write_text(path.read_text("utf-8").replace('["7"]', '["8"]'), "utf-8")
    assert [line.split()[1:4] for line in read(small).told] == [["E127", "article", "7"]] * 2
