"""Lessons in one file: a guide or a course in every language, with all that it shows, to be sent by chat or on a stick.

They are made of the built pages, so that no text is written twice by other rules.
"""

from tools.made import Made


def lessons(made: Made) -> None:
    """Add the files to the folder of the site, and say on the pages how large they are. A step of the build."""
    if made.tree is None:
        return
    from plugins.hub.weight import PACKED  # not above: what goes wrong in our modules is told from inside the build
    from tools.lessons.part import Part
    from tools.lessons.shell import Shell
    from tools.lessons.source import Source

    source = Source(made)
    shell = Shell(source)
    packed = {page.packed: page for page in source.pages if page.packed}
    for address, page in packed.items():
        twins = source.pages.twins(page)
        parts = [Part(twins[lang], source, shell.frame) for lang in source.site.languages if lang in twins]
        data = shell.lesson(parts)
        path = made.folder / address
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        for each in twins.values():
            size = source.site.words[each.lang].number(round(len(data) / 1000))
            (made.folder / each.file).write_text(source.html(each).replace(PACKED, size), "utf-8", newline="\n")
