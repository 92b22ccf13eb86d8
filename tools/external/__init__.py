"""Asks every link to the web whether it still leads somewhere. For who looks after the texts, and part of no gate:
others' servers have their bad days, and a site must be built on those too.

    links of content/ and quizzes/ ─ what was asked lately, away ─ one after the other at each host ─ a line each
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from plugins.shared.message import Message
from plugins.shared.problem import Problems
from plugins.shared.telling import tell, translation
from tools.build import ROOT
from tools.ending import Stop, exit_status
from tools.external.ask import GOOD, Answer, Asker
from tools.external.found import Link, host_of, links, name_of_site
from tools.external.known import read_known, write_known

FILE = ".pandu/cache/links.json"
AT_ONCE = 4  # hosts
PAUSE = 1.0  # seconds between two questions to one host
PATIENCE = 20.0  # seconds until an answer has to come


def external(host: str | None = None, days: int = 30, pause: float = PAUSE, root: Path = ROOT) -> int:
    """The exit status: 0, or 2 where a link leads nowhere."""
    root = root.resolve()
    gone: list[Link] = []
    status = exit_status(root, lambda: gone.extend(look(root, host, days, pause)))
    return status or (2 if gone else 0)


def look(root: Path, host: str | None, days: int, pause: float) -> list[Link]:
    """Tell what is wrong with which link; those that lead nowhere."""
    if days < 0:
        raise Stop(Message("--days {days}: write how old an answer may be, like 30", days=days))
    problems = Problems()
    found = [each for each in links(root, problems) if host is None or is_of(each, host)]
    problems.tell(sys.stderr, translation())
    if host and not found:
        raise Stop(Message("--host {host}: no link leads there", host=host))
    known = read_known(root / FILE)
    fresh = {url: kept.answer for url, kept in known.items() if kept.age(date.today()) < days and kept.answer.good}
    wanted = list(dict.fromkeys(each.url for each in found if each.url not in fresh))
    answers = dict(fresh)
    for host_answers in asked(wanted, Asker(name_of_site(root), pause, PATIENCE)):
        answers |= host_answers
        write_known(root / FILE, known, host_answers, date.today())  # whoever ends it early loses little
    wrong = [each for each in found if answers[each.url].kind != GOOD]
    for each in wrong:
        print(f"{each.file}:{each.line}:{each.column}: {answers[each.url].told(each.url).said(translation())}")
    count = {"links": len(found), "asked": len(wanted), "wrong": len(wrong)}
    tell(Message("links-external: {links} links, {asked} addresses asked now, {wrong} to look at", **count))
    return [each for each in wrong if answers[each.url].gone]


def asked(urls: list[str], asker: Asker) -> Iterator[dict[str, Answer]]:
    """What each host says, as soon as all of its addresses have been asked."""
    hosts: dict[str, list[str]] = {}
    for url in urls:
        hosts.setdefault(host_of(url), []).append(url)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield from pool.map(asker.ask_all, hosts.values())


def is_of(link: Link, host: str) -> bool:
    """True for the host and for those below it: `go.id` is `pse.komdigi.go.id` too."""
    return f".{host_of(link.url)}".endswith(f".{host.lower()}")
