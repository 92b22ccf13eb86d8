"""What each kind of file needs to be told, and the files that it begins with, by their names in the project."""

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, NamedTuple, get_args

from plugins.guide import Level
from plugins.quiz.lock import FOLDER as QUIZZES
from plugins.regulation.model import Status
from plugins.shared.document import Document
from plugins.shared.message import Message
from plugins.shared.problem import instead
from plugins.shared.site import Site
from tools.ending import Stop
from tools.fmt.yaml import dumped
from tools.new import skeletons
from tools.new.asking import Asking, free, one_of, slug_of

Files = dict[str, str]
EVERY = "6m"  # how often a text is compared with its sources, unless its editor says otherwise
QUIZ = "quiz"  # the key of the section that shows it


def guide(key: str, site: Site, asking: Asking, shows: Collection[str]) -> Files:
    """With its quiz and its checklist, if it shows them."""
    topic, name = key.split("/")
    refuse_no_topic(topic, site)
    alike = {other: each for other, each in site["guide"].items() if other.startswith(f"{topic}/")}
    languages, source = languages_of(site, asking)
    titles = asked_titles(site, languages, asking)
    slugs = asked_slugs(site, titles, alike, asking)
    levels = get_args(Level)
    level = asking.text("level", Message("Level: {known}", known=", ".join(levels)), levels[0], one_of(levels))
    audience = asked_audience(site, alike.values(), asking)
    asking.done()
    names = {"key": key} if "quiz" in shows else {}
    names |= {"checklist": name} if "checklist" in shows else {}
    fronts = {
        lang: front(site, lang, titles, slugs, level=level, audience=audience, only=languages) for lang in languages
    }
    files = texts("guide", f"content/guides/{key}", fronts, source, names, () if "quiz" in shows else (QUIZ,))
    if "checklist" in shows:
        slugs = {lang: unlike(slug, taken(site, "checklist", lang)) for lang, slug in slugs.items()}
        fronts = {
            lang: front(site, lang, titles, slugs, topic=topic, audience=audience, only=languages) for lang in languages
        }
        files |= texts("checklist", f"content/checklists/{name}", fronts, source)
    if "quiz" in shows:
        both = {lang: titles.get(lang, titles[source]) for lang in site.languages}
        written = skeletons.read(files[f"content/guides/{key}/{source}.md"])
        files |= quiz_of(key, site, both, written)
    return files


def quiz(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    found = site["guide"].get(key)
    if found is None:
        raise Stop(Message("new: there is no guide '{key}'; {hint}", key=key, hint=instead(key, site["guide"])))
    asking.done()
    fronts, own = found.fronts, found.fronts[found.source]
    titles = {lang: fronts.get(lang, own).title for lang in site.languages}
    return quiz_of(key, site, titles, found.documents[found.source])


def quiz_of(key: str, site: Site, titles: Mapping[str, str], document: Document) -> Files:
    """One question of each of three types, each proven by a section that is there."""
    headings = [each.key for each in document.headings if each.key != QUIZ]
    if not headings:
        raise Stop(
            Message("new: the guide '{key}' has no section that could prove an answer; write one first", key=key)
        )
    values = {"title": titles, "cite": f"{key}#{headings[0]}"}
    return {f"{QUIZZES}/{key}.yaml": dumped(skeletons.data("quiz", site.languages, values))}


def checklist(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    languages, source = languages_of(site, asking)
    titles = asked_titles(site, languages, asking)
    slugs = asked_slugs(site, titles, site["checklist"], asking)
    topic = asked_topic(site, asking)
    audience = asked_audience(site, site["checklist"].values(), asking)
    asking.done()
    fronts = {
        lang: front(site, lang, titles, slugs, topic=topic, audience=audience, only=languages) for lang in languages
    }
    return texts("checklist", f"content/checklists/{key}", fronts, source)


def page(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    languages, source = languages_of(site, asking)
    titles = asked_titles(site, languages, asking)
    slugs = asked_slugs(site, titles, site["page"], asking)
    asking.done()
    fronts = {lang: front(site, lang, titles, slugs, only=languages) for lang in languages}
    return texts("page", f"content/pages/{key}", fronts, source)


def regulation(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    """By its key, `pp-71-2019`, as a law of the same kind that is in the register."""
    found = re.fullmatch(r"([a-z0-9-]+?)(?:-(\d+))?-(\d{4})", key)
    if not found:
        raise Stop(Message("new: '{key}' does not end in a year; name a law as pp-71-2019", key=key))
    name, number, year = found[1], found[2] or "", found[3]
    alike = [law for other, law in site["regulation"].items() if re.fullmatch(rf"{name}-\d+-\d{{4}}", other)]
    kind = alike[0].kind if alike else name.upper() if len(name) < 5 else name.capitalize()
    short = f"{kind} {number}/{year}" if number else f"{kind} {year}"
    short = asking.text("short", Message("The short name that readers see"), short)
    statuses = get_args(Status)
    status = asking.text("status", Message("Status: {known}", known=", ".join(statuses)), "", one_of(statuses))
    asking.done()
    values = {"short": short, "kind": kind, "number": number or short, "year": int(year), "status": status}
    return {f"content/regulations/{key}.yaml": dumped(skeletons.data("regulation", site.languages, values))}


def course(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    """Of every guide of a topic, with the checklists that it shows, and its quiz."""
    titles = asked_titles(site, site.languages, asking)
    slugs = asked_slugs(site, titles, site["course"], asking)
    topic = asked_topic(site, asking)
    lessons = list(lessons_of(topic, site))
    audience = asked_audience(site, site["course"].values(), asking)
    asking.done()
    if not lessons:
        raise Stop(Message("new: there is no guide of '{topic}' to make a course of; write one first", topic=topic))
    values = {"title": titles, "slug": slugs, "topic": topic, "audience": audience, "lessons": lessons}
    return {f"content/courses/{key}.yaml": dumped(skeletons.data("course", site.languages, values))}


def lessons_of(topic: str, site: Site) -> Iterable[dict[str, str]]:
    for key, each in site["guide"].items():
        if key.startswith(f"{topic}/"):
            yield {"guide": key}
            shown = (embed for embed in each.documents[each.source].embeds() if embed.target in site[embed.words])
            yield from ({embed.words: embed.target} for embed in shown if embed.words in ("quiz", "checklist"))


def exam(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    """Of every quiz of a topic; half of what there is, so that a second try has other questions."""
    titles = asked_titles(site, site.languages, asking)
    slugs = asked_slugs(site, titles, site["exam"], asking)
    topic = asked_topic(site, asking)
    asking.done()
    quizzes = {key: each for key, each in site["quiz"].items() if key.startswith(f"{topic}/")}
    count = sum(question.type != "open" for each in quizzes.values() for question in each.questions)
    if not count:
        raise Stop(Message("new: there is no quiz of '{topic}' to draw from; write one first", topic=topic))
    values = {"title": titles, "slug": slugs, "topic": topic, "draw": max(1, count // 2), "quizzes": list(quizzes)}
    return {f"content/exams/{key}.yaml": dumped(skeletons.data("exam", site.languages, values))}


def worksheet(key: str, site: Site, asking: Asking, _: Collection[str]) -> Files:
    """A question with lines, and a small table, each with its example."""
    titles = asked_titles(site, site.languages, asking)
    slugs = asked_slugs(site, titles, site["worksheet"], asking)
    topic = asked_topic(site, asking)
    asking.done()
    values = {"title": titles, "slug": slugs, "topic": topic}
    return {f"content/worksheets/{key}.yaml": dumped(skeletons.data("worksheet", site.languages, values))}


def texts(
    kind: str,
    folder: str,
    fronts: Mapping[str, dict[str, Any]],
    source: str,
    shows: Mapping[str, str] | None = None,
    without: Iterable[str] = (),
) -> Files:
    """A file a language; every other one follows the source in what is written already."""
    written = {lang: skeletons.text(kind, lang, each, shows or {}, without) for lang, each in fronts.items()}
    for lang, each in fronts.items():
        if lang != source:
            follows = skeletons.followed(written[source], written[lang])
            written[lang] = skeletons.text(kind, lang, each | {"follows": follows}, shows or {}, without)
    return {f"{folder}/{lang}.md": each for lang, each in written.items()}


def front(
    site: Site, lang: str, titles: Mapping[str, str], slugs: Mapping[str, str], only: Iterable[str], **more: Any
) -> dict[str, Any]:
    """The front matter of a text; fmt brings it into order."""
    summary = skeletons.data("summary", (lang,), {})[lang]
    own = {"title": titles[lang], "summary": summary, "slug": slugs[lang]}
    days = {"published": site.day, "reviewed": site.day, "review_every": EVERY}
    alone = {"only": lang} if len(tuple(only)) < len(site.languages) else {}
    return own | days | more | alone


def languages_of(site: Site, asking: Asking) -> tuple[tuple[str, ...], str]:
    """The languages that the text is written in, and the one of them that the others follow."""
    asking.known |= {"only", "source"}
    for flag in ("only", "source"):
        if flag in asking.given:
            asking.text(flag, Message("Language"), "", one_of(site.languages))
    if "only" in asking.given:
        return (asking.given["only"],), asking.given["only"]
    return site.languages, asking.given.get("source", site.languages[0])


def asked_titles(site: Site, languages: Iterable[str], asking: Asking) -> dict[str, str]:
    return {
        lang: asking.text(f"title={lang}", Message("Title, {language}", language=language(site, lang)))
        for lang in languages
    }


def language(site: Site, lang: str) -> str:
    """How the language calls itself."""
    return site.words[lang].own_name


def asked_slugs(site: Site, titles: Mapping[str, str], others: Mapping[str, Any], asking: Asking) -> dict[str, str]:
    """The end of the address in each language, which none of the others has."""
    slugs = {}
    for lang, title in titles.items():
        known = {slug: key for key, each in others.items() if (slug := slug_in(each, lang))}
        question = Message("The end of its address, {language}", language=language(site, lang))
        asking.known.add(f"slug={lang}")
        if title:  # else that is what lacks
            slugs[lang] = asking.text(f"slug={lang}", question, slug_of(title), free(known))
    return slugs


def slug_in(thing: Any, lang: str) -> str | None:
    """Of a text in its front matter, of a YAML file by language."""
    if hasattr(thing, "fronts"):
        return thing.fronts[lang].slug if lang in thing.fronts else None
    return str(thing.slug[lang])


def taken(site: Site, kind: str, lang: str) -> set[str]:
    return {slug for each in site[kind].values() if (slug := slug_in(each, lang))}


def unlike(slug: str, others: set[str]) -> str:
    """The slug, or one that is like it and free."""
    return next(each for each in (slug, *(f"{slug}-{number}" for number in range(2, 1000))) if each not in others)


def asked_topic(site: Site, asking: Asking) -> str:
    known = list(site["topic"])
    return asking.text("topic", Message("Topic: {known}", known=", ".join(known)), "", one_of(known))


def refuse_no_topic(topic: str, site: Site) -> None:
    if not site.expects("topic", topic):
        hint = instead(topic, site["topic"])
        raise Stop(Message("new: there is no topic '{topic}'; {hint}", topic=topic, hint=hint))


def asked_audience(site: Site, others: Iterable[Any], asking: Asking) -> list[str]:
    """Proposed to who sits at a terminal: whom most of the others are for."""
    known = list(site.identity.audiences)
    counted = Counter(
        each.fronts[each.source].audience if hasattr(each, "fronts") else each.audience for each in others
    )
    proposed = counted.most_common(1)[0][0] if counted and asking.ask else ()
    return asking.several("audience", Message("For whom: {known}", known=", ".join(known)), known, proposed)


class Kind(NamedTuple):
    begin: Callable[..., Files]
    parts: int  # of its key
    place: str  # the file or the folder of a key


KINDS = {
    "guide": Kind(guide, 2, "content/guides/{key}"),
    "quiz": Kind(quiz, 2, QUIZZES + "/{key}.yaml"),
    "checklist": Kind(checklist, 1, "content/checklists/{key}"),
    "regulation": Kind(regulation, 1, "content/regulations/{key}.yaml"),
    "course": Kind(course, 1, "content/courses/{key}.yaml"),
    "exam": Kind(exam, 1, "content/exams/{key}.yaml"),
    "worksheet": Kind(worksheet, 1, "content/worksheets/{key}.yaml"),
    "page": Kind(page, 1, "content/pages/{key}"),
}


def places(kind: str, key: str, shows: Iterable[str]) -> Iterator[str]:
    """Where something new will stand; a guide brings its quiz and its checklist."""
    yield KINDS[kind].place.format(key=key)
    if kind == "guide":
        for each in shows:
            yield KINDS[each].place.format(key="/".join(key.split("/")[-KINDS[each].parts :]))
