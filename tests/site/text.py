"""What a built page says, as plain text: by expressions alone, because to parse every page takes a minute."""

import html
import re

SILENT = re.compile(r"<(script|style|svg)\b.*?</\1>", re.DOTALL)
INLINE = re.compile(r"</?(?:a|abbr|b|code|dfn|em|i|mark|span|strong|sup)\b[^>]*>")
TAG = re.compile(r"""<[a-zA-Z/!](?:[^>"']|"[^"]*"|'[^']*')*>""")


def text_of(page: str) -> str:
    """The words of some HTML; a bar stands between blocks."""
    return html.unescape(TAG.sub(" | ", INLINE.sub("", SILENT.sub(" | ", page))))


def main_of(page: str) -> str:
    """The words of a page's own part, without head and foot."""
    return text_of(page[page.index("<main") : page.index("</main>")])
