"""What of the YAML rests on a law: the register, facts, questions, exams, courses, drawings and terms."""

from collections.abc import Iterator
from functools import reduce

from plugins.regulation.revoked import named
from plugins.shared.message import Message
from plugins.shared.model import Model, texts
from plugins.shared.parity.named import citations
from plugins.shared.site import Site
from plugins.shared.yaml import Loc
from tools.affected.place import Cited, Law, Place, at
from tools.affected.texts import citations as cited_in_texts

RELATIONS = ("amends", "replaces", "implements")


def register(site: Site, law: Law) -> Iterator[Place]:
    """The laws that name it as the older one."""
    for each in site["regulation"].values():
        for relation in RELATIONS:
            for number, key in enumerate(getattr(each, relation)):
                if key == law.key:
                    yield at(each, (relation, number), f"{each.short}: {relation}")


def facts(site: Site, law: Law) -> Iterator[Place]:
    for each in site["fact"].values():
        for number, fact in enumerate(each.facts):
            for which, source in enumerate(fact.sources):
                if law.rests(source.regulation, source.articles):
                    loc = ("facts", number, "sources", which, "regulation")
                    yield at(each, loc, f"{fact.code}: {fact.text}", source.articles, source.was)


def questions(site: Site, law: Law) -> Iterator[Place]:
    for key, number, cited in resting(site, law):
        quiz = site["quiz"][key]
        question = quiz.questions[number]
        words = f"{key}#{question.key}: {next(iter(question.prompt.root.values()))}"
        yield at(quiz, ("questions", number, "cite"), words, cited.articles, cited.history)


def resting(site: Site, law: Law) -> Iterator[tuple[str, int, Cited]]:
    """Quiz and number of the questions whose section cites the law in some language, and what it cites."""
    sections: dict[str, Cited] = {}
    for key, guide in site["guide"].items():
        for document in guide.documents.values():
            for section, said in citations(document).items():
                found = [law.cited(target, words) for target, _, words in (each.partition(" ") for each in said)]
                if found := [each for each in (*found, sections.get(f"{key}#{section}")) if each]:
                    sections[f"{key}#{section}"] = reduce(Cited.joined, found)
    for key, quiz in site["quiz"].items():
        for number, question in enumerate(quiz.questions):
            if question.cite in sections:
                yield key, number, sections[question.cite]


def exams(site: Site, law: Law) -> Iterator[Place]:
    for exam, loc, name, count in drawing(site, law):
        yield at(site["exam"][exam], loc, Message("{name}: {count} of its questions", name=name, count=count))


def drawing(site: Site, law: Law) -> Iterator[tuple[str, Loc, str, int]]:
    """The pools of exams that have questions which rest on the law, and how many."""
    affected = [f"{key}#{site['quiz'][key].questions[number].key}" for key, number, _ in resting(site, law)]
    for exam, thing in site.things.get("exam", {}).items():
        for pool, each in enumerate(thing.pools):
            for number, name in enumerate(each.of):
                if count := sum(question in (name, f"{name}#{question.partition('#')[2]}") for question in affected):
                    yield exam, ("pools", pool, "of", number), name, count


def courses(site: Site, law: Law) -> Iterator[Place]:
    """Lessons that rest on the law, and exams that do."""
    lessons = {(each.edition.concept, each.edition.key) for each in cited_in_texts(site, law)}
    lessons |= {("quiz", key) for key, _, _ in resting(site, law)}
    examined = {exam for exam, _, _, _ in drawing(site, law)}
    for course in site.things.get("course", {}).values():
        for module, each in enumerate(course.modules):
            for number, lesson in enumerate(each.lessons):
                if (lesson.kind, lesson.key) in lessons:
                    yield at(course, ("modules", module, "lessons", number), f"{lesson.kind} {lesson.key}")
        if course.exam in examined:
            yield at(course, ("exam",), f"exam {course.exam}")


def drawings(site: Site, law: Law) -> Iterator[Place]:
    """The laws that a diagram names, and the facts of its parts that stand in the law."""
    behind = codes_behind(site, law)
    for key, diagram in site.things.get("diagram", {}).items():
        articles = {each.regulation: each.articles for each in diagram.sources}
        for loc, name in diagram.laws():
            if law.rests(name, articles.get(name, ())):
                yield at(diagram, loc, key, articles.get(name, ()))
        for loc, part in diagram.parts():
            for number, code in enumerate(part.facts):
                if code in behind:
                    yield at(diagram, (*loc, "facts", number), f"{key}: {code}")


def rates(site: Site, law: Law) -> Iterator[Place]:
    """Figures that stand in the law, also those that held before."""
    for key, rate in site.things.get("rate", {}).items():
        for number, value in enumerate(rate.values):
            articles = (value.article,) if value.article else ()
            if law.rests(value.regulation, articles):
                yield at(rate, ("values", number, "value"), f"{key}: {value.value}", articles)


def codes_behind(site: Site, law: Law) -> set[str]:
    """The facts that stand in the law."""
    return {
        fact.code
        for each in site["fact"].values()
        for fact in each.facts
        if any(law.rests(source.regulation, source.articles) for source in fact.sources)
    }


def helpers(site: Site, law: Law) -> Iterator[Place]:
    """What the directory of help says by facts that stand in the law."""
    behind = codes_behind(site, law)
    for found in site.things.get("help", {}).values():
        for loc, each in found.stated():
            for number, code in enumerate(each.facts):
                if code in behind:
                    yield at(found, (*loc, "facts", number), code)


def days(site: Site, law: Law) -> Iterator[Place]:
    """Days of the law on the page of dates."""
    for each in site.things.get("date", {}).values():
        if law.rests(each.regulation, each.articles):
            yield at(each, ("day",), f"{each.key}: {each.day}", each.articles, each.was)


def results(site: Site, law: Law) -> Iterator[Place]:
    """Results of tools that rest on the law."""
    for key, tool in site.things.get("tool", {}).items():
        for number, result in enumerate(tool.results):
            for which, source in enumerate(result.sources):
                if law.rests(source.regulation, source.articles):
                    yield at(tool, ("results", number, "sources", which), f"{key}: {result.key}", source.articles)


def statements(site: Site, law: Law) -> Iterator[Place]:
    """Statements of self-assessments that the law asks for."""
    for key, assessment in site.things.get("assessment", {}).items():
        for loc, statement in assessment.statements():
            for which, source in enumerate(statement.sources):
                if law.rests(source.regulation, source.articles):
                    yield at(assessment, (*loc, "sources", which), f"{key}: {statement.key}", source.articles)


def terms(site: Site, law: Law) -> Iterator[Place]:
    for glossary in site["glossary"].values():
        for number, term in enumerate(glossary.terms):
            for name in ("sources", "was"):
                for which, key in enumerate(getattr(term, name)):
                    if key == law.key:
                        yield at(glossary, ("terms", number, name, which), term.key, history=name == "was")


def words(site: Site, law: Law) -> Iterator[Place]:
    """Where the law is named in words, by its short name: no citation says so."""
    for edition in site.editions.values():
        for number, line in enumerate(edition.document.source.text.split("\n"), 1):
            if law.key in named(line, site):
                yield Place(f"{edition.document.name}:{number}", " ".join(line.split()), edition.lang)
    for concept, things in site.things.items():
        for key, thing in things.items():
            if isinstance(thing, Model) and (concept, key) != ("regulation", law.key):
                for loc, text in texts(thing):
                    for lang, said in text.root.items():
                        if law.key in named(said, site):
                            yield Place(thing.where((*loc, lang)), " ".join(said.split()), lang)
    for each in site["fact"].values():
        for number, fact in enumerate(each.facts):
            told = any(law.key == source.regulation for source in fact.sources)
            if not told and law.key in named(fact.text, site):
                yield at(each, ("facts", number, "text"), f"{fact.code}: {fact.text}")
