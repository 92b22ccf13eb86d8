"""What rests on weak evidence: every mark “check the official text”, with its reason."""

from collections import Counter
from collections.abc import Iterator

from plugins.diagram.pages import WEAK as WEAK_TAGS
from plugins.hub.tree import Tree
from plugins.regulation.citation import Citation, unsure
from plugins.regulation.model import DUE, WEAK, Regulation
from plugins.shared.message import Listed, Message
from plugins.shared.site import Site
from tools.report.part import Bar, Cell, Part


def marks(tree: Tree) -> Part:
    """By file and line; drawn by regulation."""
    rows = [*in_texts(tree), *in_drawings(tree.site), *in_the_glossary(tree.site)]
    counts = Counter(row["regulation"] for row in rows if row["regulation"])
    most = max(counts.values(), default=1)
    return Part(
        key="marks",
        title=Message("Marked “check the official text”"),
        about=Message("Every place that carries the mark, with its reason; the bars count them by regulation."),
        columns={
            "place": Message("Place"),
            "regulation": Message("Regulation"),
            "article": Message("Article"),
            "reason": Message("Reason"),
        },
        rows=rows,
        nothing=Message("No statement carries the mark."),
        urgent=len(rows),
        bars=[Bar(name, count / most, str(count)) for name, count in counts.most_common()],
    )


def in_texts(tree: Tree) -> Iterator[dict[str, Cell]]:
    for name, meanings in tree.meanings.items():
        for reference, meant in zip(tree.site.editions[name].document.references, meanings, strict=True):
            if isinstance(meant, Citation) and meant.mark:
                yield row(f"{name}:{reference.line}", meant.regulation.short, meant.article, reason(meant))


def in_drawings(site: Site) -> Iterator[dict[str, Cell]]:
    """A law is marked where the register doubts it, or where a fact of the diagram that stands in it is weak."""
    facts = {fact.code: fact for each in site["fact"].values() for fact in each.facts}
    for diagram in site["diagram"].values():
        weak = [facts[code] for code in sorted(diagram.codes & facts.keys()) if facts[code].tag in WEAK_TAGS]
        for loc, key in diagram.laws():
            said = [
                Message("the fact {code} has the tag {tag}", code=fact.code, tag=fact.tag)
                for fact in weak
                if key in [source.regulation for source in fact.sources]
            ]
            said += doubts(site["regulation"][key])
            if said:
                yield row(diagram.where(loc), site["regulation"][key].short, "", Listed("; ", said))


def in_the_glossary(site: Site) -> Iterator[dict[str, Cell]]:
    for glossary in site["glossary"].values():
        for at, term in enumerate(glossary.terms):
            if term.evidence != "verified":
                said = Message("the evidence of the term is '{evidence}'", evidence=term.evidence)
                yield row(glossary.where(("terms", at)), "", "", said)


def row(place: str, regulation: str, article: str, why: Message) -> dict[str, Cell]:
    return {"place": place, "regulation": regulation or None, "article": article or None, "reason": why}


def reason(citation: Citation) -> Message:
    """Why a reader is sent to the official text; all reasons that hold."""
    said = [Message("the author marked the statement")] if citation.mark == "statement" else []
    said += doubts(citation.regulation)
    if unsure(citation.regulation, citation.article):
        said.append(Message("the register knows the article from memory only"))
    return Listed("; ", said)


def doubts(regulation: Regulation) -> Iterator[Message]:
    """What the register itself says against a regulation."""
    if regulation.recheck:
        yield Message("the register says 'recheck'")
    if regulation.evidence in WEAK:
        yield Message("the register's evidence is '{evidence}'", evidence=regulation.evidence)
    if regulation.confidence == "from_knowledge":
        yield Message("the register knows the regulation from memory only")


def register(tree: Tree) -> Part:
    """Every regulation: its state, what our knowledge of it rests on, and how often texts cite it."""
    cited = Counter(
        meant.key for meanings in tree.meanings.values() for meant in meanings if isinstance(meant, Citation)
    )
    rows = [
        {
            "regulation": each.short,
            "status": each.state(tree.site.day),
            "amended_by": Listed(", ", amending(tree.site, key)) or None,
            "from": each.in_force_from,
            "evidence": each.evidence,
            "doubts": Listed("; ", doubts(each)) or None,
            "cited": cited[key],
        }
        for key, each in sorted(tree.site["regulation"].items(), key=lambda pair: (-cited[pair[0]], pair[0]))
    ]
    return Part(
        key="register",
        title=Message("The register"),
        about=Message("Every regulation, the most cited first, and what our knowledge of it rests on."),
        columns={
            "regulation": Message("Regulation"),
            "status": Message("Status"),
            "amended_by": Message("Amended by"),
            "from": Message("In force from"),
            "evidence": Message("Evidence"),
            "doubts": Message("Doubts"),
            "cited": Message("Citations"),
        },
        rows=rows,
        nothing=Message("The register is empty."),
        urgent=sum(bool(row["doubts"] or row["status"] == DUE) and bool(row["cited"]) for row in rows),
    )


def amending(site: Site, key: str) -> Iterator[str]:
    """The laws that amend it, each with its state where it is not in force."""
    for law in site["regulation"].values():
        if key in law.amends:
            state = law.state(site.day)
            yield law.short if law.status != "not_yet_in_force" else f"{law.short} ({state})"
