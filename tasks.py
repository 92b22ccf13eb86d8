"""Every command of the project: `python3 tasks.py` lists them, `python3 tasks.py build` runs one.

A bare Python is enough: it makes `.venv`, installs what is locked, and hands over to invoke in there, which reads this
file again. Old Pythons must be able to parse it, to be told what they lack: no f-strings, no annotations.
"""

import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11, 2):
        sys.exit("tasks.py: Python 3.11.2 or newer is needed; this is %d.%d.%d" % tuple(sys.version_info[:3]))
    from tools.environment import main

    sys.exit(main(sys.argv[1:]))

import os
import shlex
import shutil
import subprocess
from importlib import import_module

from invoke import Exit, task

ROOT = os.path.dirname(os.path.abspath(__file__))
AS_OF = {"as-of": "the day that the site is built for, 2026-11-22; else SOURCE_DATE_EPOCH, the last commit, today"}


@task(help=AS_OF)
def build(context, as_of=None):
    """Build the whole site into output/, as it is published."""
    do("build", as_of=as_of)


@task(help={"host": "the address to listen on", "port": "the first port to try"})
def serve(context, host="127.0.0.1", port=8000):
    """Show the site while you write; it follows every change."""
    do("serve", host=host, port=port)


CHECK = {
    "format": "json, github or gitlab: the same once more, on standard output, for a program",
    "since": "a branch or commit; only what is wrong since this one left it is told",
}


@task(help=dict(AS_OF, **CHECK))
def check(context, as_of=None, format="text", since=None):
    """Tell what is wrong in content and quizzes, without building."""
    do("check", as_of=as_of, form=format, since=since)


BEGINNING = {
    "kind": "guide, quiz, checklist, regulation, course, exam, worksheet, page; no flag: new guide pse/keeping-records",
    "key": "pse/keeping-records of a guide and a quiz, else one name; no flag either",
    "title": 'LANG=WORDS, for each language: --title id="Menjual roti" --title en="Selling bread"',
    "slug": "LANG=SLUG, the end of the address; else made from the title",
    "topic": "of a checklist, a course, an exam, a worksheet; a guide's stands in its key",
    "audience": "for whom, with commas between several",
    "level": "of a guide: basic, intermediate, advanced",
    "short": "of a regulation: its short name, PP 71/2019",
    "status": "of a regulation: in_force, amended, revoked, ...",
    "source": "the language that is written first, and that the others follow",
    "only": "the one language of a text without a translation",
    "quiz": "--no-quiz: a guide without its quiz",
    "checklist": "--no-checklist: a guide without its checklist",
}


@task(iterable=["title", "slug"], help=BEGINNING)
def new(
    context, kind, key, title, slug, topic=None, audience=None, level=None, short=None, status=None, source=None,
    only=None, quiz=True, checklist=True,
):  # fmt: skip
    """Begin a guide, quiz, law, course, worksheet and the like."""
    flags = {"title": title, "slug": slug, "topic": topic, "audience": audience, "level": level}
    flags.update(short=short, status=status, source=source, only=only)
    shows = [name for name, wanted in (("checklist", checklist), ("quiz", quiz)) if wanted]
    do("new", kind=kind, key=key, flags=flags, shows=shows)


ANSWER = {
    "question": "QUIZ#QUESTION, pse/what-is-a-pse#key; alone, it shows what there is to see",
    "answer": "what a second reader answered from the section alone; commas between several",
    "reason": "what in the section proves it, in a few words",
}


@task(help=dict(AS_OF, **ANSWER))
def approve(context, question, answer=None, reason=None, as_of=None):
    """Record that a second reader found a quiz's answer."""
    do("approve", question=question, answer=answer, reason=reason, as_of=as_of)


@task(help={"args": 'more for pytest: --args "-k quiz"', "thorough": "leave nothing out; takes an hour"})
def test(context, args="", thorough=False):
    """Run every check and test, on every core."""
    everything = ("--thorough",) if thorough else ()
    run("pytest", "--numprocesses=auto", "--dist=worksteal", *everything, *shlex.split(args))


@task(help=AS_OF)
def report(context, as_of=None):
    """Show what a maintainer should look at, in report/."""
    do("report", as_of=as_of)


CITED = "as a citation writes it: permendag-31-2023, or 'pp-71-2019 2(5)' for an article"


@task(help={"citation": CITED, "format": "text or json"})
def affected_by(context, citation, format="text"):
    """Show everything that rests on a law, for when it changes."""
    do("affected", citation=citation, form=format)


WITHIN = {"within": "what falls due in so many days counts too: 30d", "format": "text or json"}


@task(help=dict(AS_OF, **WITHIN))
def review_due(context, as_of=None, within="0d", format="text"):
    """Show what is due to be compared with its sources again."""
    do("review_due", as_of=as_of, within=within, form=format)


ARCHIVED = {"as-of": "the day that the site was built for, as `build` takes it"}


@task(help=ARCHIVED)
def archive(context, as_of=None):
    """Make a zip of the built site that works from a disk."""
    do("archive", as_of=as_of)


@task
def lint(context):
    """Show what Ruff, `fmt` and the dictionaries would change."""
    run("ruff", "check")
    run("ruff", "format", "--check")
    do("fmt", check=True)
    do("spelling")


@task(help={"check": "change nothing, and tell what would be changed"})
def fmt(context, check=False):
    """Bring content, quizzes and code into our style."""
    run("ruff", "check", *(() if check else ("--fix",)))
    run("ruff", "format", *(("--check",) if check else ()))
    do("fmt", check=check)


@task
def reading(context):
    """Show how long sentences and words of each text are."""
    do("reading")


@task
def audit(context):
    """Ask whether a locked package has a known weakness."""
    do("audit")


@task
def lock(context):
    """Renew the locks in requirements/, for all our platforms."""
    run("tools.requirements")


DRIFT = {
    "show": "KEY or KEY#section, to see what changed in it; else everything that lags is listed",
    "accept": "KEY or KEY#section whose translation you read and found right; may be repeated",
    "format": "text, or json for programs",
}


@task(iterable=["accept"], help=DRIFT)
def drift(context, accept, show="", format="text"):
    """Show where translations are behind their source."""
    do("drift", show=show, accept=tuple(accept), format=format)


@task
def addresses(context):
    """Add new addresses to the list of those ever published."""
    do("addresses")


RENAME = {
    "key": "what it is called: pse/what-is-a-pse, ten-principles; where that is not enough, course/ten-principles",
    "new_key": "what it is to be called",
    "slug": "also a new part of its address in a language, id=apa-itu-pse; may be repeated",
}


@task(positional=["key", "new_key"], iterable=["slug"], help=RENAME)
def rename(context, key, new_key, slug):
    """Give a guide, page, tool or such another key everywhere."""
    do("rename", key=key, new=new_key, slugs=tuple(slug))


EXTERNAL = {
    "host": "only links to this host and those below it, like go.id",
    "days": "how old a good answer may be before it is asked for again",
}


@task(help=EXTERNAL)
def links_external(context, host=None, days=30):
    """Ask every link to the web whether it still leads somewhere."""
    do("external", host=host, days=days)


PUBLISH = {
    "remote": "the git remote to publish to",
    "branch": "its branch that the host shows",
    "replace": "the last commit there where publishing did not make it, looked at and free to be covered",
}


@task(help=dict(AS_OF, **PUBLISH))
def publish(context, remote="origin", branch="gh-pages", as_of=None, replace=None):
    """Build the last commit and add it to a branch of a remote."""
    do("publish", remote=remote, branch=branch, as_of=as_of, replace=replace)


BENCH = {
    "rounds": "how often each site is visited",
    "guide": "the key of the guide that is visited",
    "lang": "its language",
    "work": "a folder for the built sites, which are then kept and used again",
}


@task(help=BENCH)
def bench(context, rounds=3, guide="pse/what-is-a-pse", lang="id", work=None):
    """Measure a guide on a slow phone, beside its peers."""
    kept = ("--work", work) if work else ()
    run("bench.phone", "--rounds", str(rounds), "--guide", guide, "--lang", lang, *kept)


@task
def recall(context):
    """Ask the built search what people ask; tell what it misses."""
    do("recall")


@task
def matrix(context):
    """Test every kind of page on every screen; takes minutes."""
    run("pytest", "tests/browser/matrix.py")


@task(iterable=["kind"], help={"kind": "of page; may be repeated; else every kind", "script": "run the pages' scripts"})
def pictures(context, kind, script=True):
    """Picture every kind of page in .pandu/pictures/, to look at."""
    do("pictures", kinds=tuple(kind), script=script)


RELIABILITY = {
    "seed": "what is left to chance; the same seed does the same again",
    "only": "one of the faults, like kill; may be repeated",
    "times": "how often each is staged, in place of its usual number",
    "whole": "with the content of this project in place of a small one",
}


@task(iterable=["only"], help=RELIABILITY)
def reliability(context, only, seed=1, times=0, whole=False):
    """Break builds, disks, caches, files; see what holds."""
    do("reliability", seed=seed, only=tuple(only), times=times, whole=whole)


@task
def clean(context):
    """Remove what the tasks made, and caches; .venv stays."""
    kept = (".venv", ".git")
    for folder, names, _ in os.walk(ROOT):
        for name in [each for each in names if each in rubbish(folder)]:
            shutil.rmtree(os.path.join(folder, name))
        names[:] = [each for each in names if each not in kept and each not in rubbish(folder)]


def rubbish(folder):
    """The names that `clean` removes from `folder`: caches everywhere, our own folders at the top only."""
    caches = ("__pycache__", ".pytest_cache", ".ruff_cache", ".hypothesis")
    return caches + ("output", "report", "archive", ".pandu") if folder == ROOT else caches


def do(name, **options):
    """Call `name` of tools/<name>.py in the project's folder; what it returns becomes the exit code."""
    os.chdir(ROOT)
    import_module("tools.ending").use_utf8()
    leave(getattr(import_module("tools." + name), name)(**options))


def run(module, *arguments):
    """Run `python -m module` in the project's folder; its exit code becomes ours."""
    leave(subprocess.call((sys.executable, "-m", module) + arguments, cwd=ROOT))


def leave(code):
    """End here with `code`, without a traceback, unless it is 0."""
    if code:
        raise Exit(code=code)
