def test_a_checklist_knows_the_guides_that_embed_it(small, read):
    pages = [page for page in read(small).tree.pages if page.kind == "checklist"]
    assert [page.shows["guides"] for page in pages] == [("bread/first-loaf",)] * 2


def test_tasks_have_the_same_keys_in_every_language(small, read):
    checklist = read(small).tree.site["checklist"]["before-opening"]
    keys = {lang: [key for key, _ in each.tasks] for lang, each in checklist.documents.items()}
    assert keys["id"] == keys["en"] == ["sweep", "weigh", "stick-label"]


def test_without_a_checklist_there_is_no_list_of_checklists(small, read):
    for lang in ("id", "en"):
        (small / "content" / "checklists" / "before-opening" / f"{lang}.md").unlink()
        path = small / "content" / "guides" / "bread" / "first-loaf" / f"{lang}.md"
        path.write_text(path.read_text("utf-8").replace("::checklist[before-opening]\n\n", ""), "utf-8")
    assert not [page for page in read(small).tree.pages if page.kind in ("checklist", "checklists")]


def test_tasks_below_a_task_count_as_tasks(dated, read):
    checklist = read(dated).tree.site["checklist"]["before-opening"]
    for document in checklist.documents.values():
        assert [key for key, _ in document.tasks][:4] == ["sweep", "lift-coal", "wash-broom", "weigh"]


def test_a_due_date_hangs_on_a_key_and_survives_other_words_and_another_order(dated, read):
    before = read(dated).tree.site["checklist"]["before-opening"].fronts["id"].due
    path = dated / "content" / "checklists" / "before-opening" / "id.md"
    lines = path.read_text("utf-8").replace("Bayar sewa tungku", "Lunasi sewa").splitlines(keepends=True)
    start = next(at for at, line in enumerate(lines) if line.startswith("  wash-broom"))
    lines[start : start + 2] = reversed(lines[start : start + 2])
    path.write_text("".join(lines), "utf-8")
    found = read(dated)
    assert found.tree.site["checklist"]["before-opening"].fronts["id"].due == before
    assert not [line for line in found.told if " E" in line]
