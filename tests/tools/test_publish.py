"""Publishing adds one commit to a branch of a real remote, or says why not and leaves it as it was."""

import os
import re
import shutil
import socket
import subprocess
import sys
from copy import copy
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from tools.publish.git import Git

PUBLISH = (
    "import sys; from pathlib import Path; from tools.publish import publish; sys.exit(publish({}root=Path.cwd()))"
)
IDENTITY = ("-c", "user.name=Host", "-c", "user.email=host@example.org")
IGNORED = "/output/\n/.pandu/\n__pycache__/\nreached\n"


class Checkout:
    """The small site in a git repository, with a bare one as its remote."""

    def __init__(self, project, remote):
        self.project, self.root, self.remote = project, project.root, remote
        remote.mkdir()
        git(remote, "init", "--bare")
        git(self.root, "init")
        git(self.root, "config", "user.name", "Siti")
        git(self.root, "config", "user.email", "siti@example.org")
        git(self.root, "remote", "add", "origin", str(remote))
        (self.root / ".gitignore").write_text(IGNORED, "utf-8")
        self.commit("First words")

    def commit(self, subject):
        git(self.root, "add", "-A")
        git(self.root, "commit", "-m", subject)

    def words(self, words):
        self.project.words(words)
        self.commit(f"Say {words}")

    def act(self, code):
        self.project.act(code)
        self.commit("Change the engine")

    def publish(self, **options):
        return self.project.python(PUBLISH.format("".join(f"{name}={value!r}, " for name, value in options.items())))

    def published(self, commit="gh-pages"):
        """The site on the branch, byte for byte."""
        names = git(self.remote, "ls-tree", "-r", "-z", "--name-only", commit).split("\0")[:-1]
        return {name: blob(self.remote, f"{commit}:{name}") for name in names}

    def head(self, branch="gh-pages"):
        return git(self.remote, "for-each-ref", "--format=%(objectname)", f"refs/heads/{branch}").strip()

    def short(self):
        return self.head()[:7]


def git(folder, *arguments, given=None):
    command = ["git", "-C", str(folder), *arguments]
    return subprocess.run(command, input=given, capture_output=True, encoding="utf-8", check=True).stdout


def blob(folder, name):
    return subprocess.run(["git", "-C", str(folder), "cat-file", "blob", name], capture_output=True, check=True).stdout


def add_by_hand(remote, name, text, subject="Mend a page by hand", branch="gh-pages"):
    """A commit of somebody else on the branch, made on the remote as a host's own editor makes it."""
    content = git(remote, "hash-object", "-w", "--stdin", given=text).strip()
    index = {**os.environ, "GIT_INDEX_FILE": str(remote / "by-hand")}
    steps = (
        ["read-tree", branch],
        ["update-index", "--add", "--cacheinfo", f"100644,{content},{name}"],
        ["write-tree"],
    )
    for step in steps:
        command = ["git", "-C", str(remote), *step]
        tree = subprocess.run(command, env=index, capture_output=True, encoding="utf-8", check=True).stdout.strip()
    commit = git(remote, *IDENTITY, "commit-tree", tree, "-p", branch, "-m", subject).strip()
    git(remote, "update-ref", f"refs/heads/{branch}", commit)


# What users have set, and what must not lead us astray.
GITCONFIG = """
[init]
    defaultBranch = main
[color]
    ui = always
[grep]
    patternType = fixed
[log]
    date = relative
    decorate = full
[status]
    short = true
    showUntrackedFiles = no
[push]
    default = nothing
[fetch]
    prune = true
"""


def isolate(monkeypatch, folder):
    """No setting of this machine reaches these tests."""
    for name in list(os.environ):
        if name.startswith("GIT_") or name in ("EMAIL", "SOURCE_DATE_EPOCH", "PANDU_SITEURL"):
            monkeypatch.delenv(name)
    (folder / "gitconfig").write_text(GITCONFIG, "utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(folder / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")


@pytest.fixture(autouse=True)
def own_git(tmp_path, monkeypatch):
    isolate(monkeypatch, tmp_path)


@pytest.fixture
def checkout(project, tmp_path):
    return Checkout(project, tmp_path.resolve() / "remote.git")


@pytest.fixture(scope="session")
def published_once(make_project, tmp_path_factory):
    """A project and its remote after a first publish, whose words then change: a next time would be another site."""
    folder = tmp_path_factory.mktemp("published").resolve()
    with pytest.MonkeyPatch.context() as monkeypatch:
        isolate(monkeypatch, folder)
        checkout = Checkout(make_project(folder / "project"), folder / "remote.git")
        assert checkout.publish().status == 0
        checkout.words("second")
    return checkout


@pytest.fixture
def published(published_once, tmp_path):
    """A copy of it, to be published or spoiled."""
    checkout = copy(published_once)
    checkout.project = copy(checkout.project)
    checkout.root = checkout.project.root = tmp_path.resolve() / "project"
    checkout.project.output = checkout.root / "output"
    checkout.remote = tmp_path.resolve() / "remote.git"
    shutil.copytree(published_once.root, checkout.root)
    shutil.copytree(published_once.remote, checkout.remote)
    git(checkout.root, "remote", "set-url", "origin", str(checkout.remote))
    checkout.first = checkout.head()
    return checkout


def refused(checkout, ended):
    """The one line that was told instead of publishing, or building."""
    assert ended.status == 1
    assert ended.out == ""
    assert not (checkout.root / "reached").exists()
    (line,) = ended.err.splitlines()
    return line


# What is published


def test_a_first_publish_makes_a_branch_of_one_commit(checkout):
    ended = checkout.publish(as_of="2026-11-23")
    assert (ended.status, ended.err) == (0, "")
    assert ended.out.splitlines()[-1] == f"origin/gh-pages: {checkout.short()}, 5 files new"
    source = git(checkout.root, "rev-parse", "HEAD").strip()
    assert git(checkout.remote, "log", "--format=%P|%an <%ae>|%cn <%ce>|%B", "gh-pages").rstrip() == (
        "|Siti <siti@example.org>|Siti <siti@example.org>|"
        f"Publish {source[:7]}: First words\n\nSource: {source}\nAs-Of: 2026-11-23"
    )


PAGE = "<!doctype html><html lang='en' data-kind='guide' data-key='bread/loaf'>".replace("'", '"')
MAKES_A_PAGE = f"""
if settings['WRITES']:
    (site / 'en' / 'loaf').mkdir(parents=True)
    (site / 'en' / 'loaf' / 'index.html').write_text({PAGE!r})
"""


def test_a_page_that_readers_may_know_is_not_lost(checkout):
    checkout.act(MAKES_A_PAGE)
    assert checkout.publish().status == 0
    head = checkout.head()
    checkout.act("")
    ended = checkout.publish()
    assert ended.status == 1
    assert ended.err.splitlines()[-1] == (
        "origin/gh-pages: pages that stand there and would be gone: 1, such as 'en/loaf/'; "
        "write 'en/loaf/: guide/bread/loaf' into content/addresses.yaml, so that it leads on, then publish"
    )
    assert checkout.head() == head
    checkout.act(MAKES_A_PAGE.replace("bread/loaf", "bread/new").replace("guide", "redirect"))
    assert checkout.publish().status == 0  # something leads on there


def test_a_step_of_a_tool_may_go(checkout):
    checkout.act(MAKES_A_PAGE.replace("guide", "step"))
    assert checkout.publish().status == 0
    checkout.act("")
    assert checkout.publish().status == 0


def test_an_update_is_one_commit_more_and_what_is_gone_is_gone(checkout):
    checkout.act("if settings['WRITES']: (site / 'old.txt').write_text('old')")
    assert checkout.publish().status == 0
    first = checkout.head()
    checkout.project.words("second")
    checkout.act("if settings['WRITES']: (site / 'new.txt').write_text('new')")
    ended = checkout.publish()
    assert ended.out.splitlines()[-1] == f"origin/gh-pages: {checkout.short()}, 4 files changed, 1 new, 1 removed"
    assert git(checkout.remote, "rev-list", "gh-pages").split() == [checkout.head(), first]
    assert checkout.published() == checkout.project.site() | {".nojekyll": b""}
    assert "old.txt" not in checkout.published()


def test_nothing_changed_makes_no_commit(checkout):
    assert checkout.publish().status == 0
    first = checkout.head()
    (checkout.root / "NOTES").write_text("No part of the site.\n", "utf-8")
    checkout.commit("Note something")
    ended = checkout.publish()
    assert ended.status == 0
    assert ended.out.splitlines()[-1] == f"origin/gh-pages: {first[:7]}, nothing changed; not published again"
    assert checkout.head() == first


def test_the_branch_has_the_very_bytes_of_the_output_folder(checkout, tmp_path):
    """Whatever git would convert, ignore or filter here: all of it is the published site."""
    ignore, attributes = tmp_path / "ignore", tmp_path / "attributes"
    ignore.write_text("*.log\nid/\n", "utf-8")
    attributes.write_text("crlf.txt text ident\n*.log working-tree-encoding=UTF-16\n*.html filter=shout\n", "utf-8")
    with (tmp_path / "gitconfig").open("a", encoding="utf-8") as config:
        config.write(f'[core]\n\tautocrlf = true\n\texcludesFile = "{ignore.as_posix()}"\n')
        config.write(f'\tattributesFile = "{attributes.as_posix()}"\n[filter "shout"]\n\tclean = tr a-z A-Z\n')
    checkout.act(
        "files = {'crlf.txt': b'a\\r\\nb\\n$Id: 1$', 'debug.log': b'kept', '_static/x': b'',\n"
        "    'é ü/ñ.bin': bytes(range(256)), '.gitignore': b'*', '.gitattributes': b'* text'}\n"
        "for name, data in files.items():\n"
        "    (site / name).parent.mkdir(exist_ok=True)\n"
        "    (site / name).write_bytes(data)"
    )
    ended = checkout.publish()
    assert (ended.status, ended.err) == (0, "")
    assert checkout.project.site()["crlf.txt"] == b"a\r\nb\n$Id: 1$"
    assert checkout.published() == checkout.project.site() | {".nojekyll": b""}


def test_the_checkout_of_the_user_stays_as_it_is(published):
    """Index, HEAD, branches, files, stash: publishing only adds objects, and moves what names the remote's branch."""
    (published.root / "NOTES").write_text("for later\n", "utf-8")
    git(published.root, "config", "remote.origin.tagOpt", "--tags")
    git(published.remote, "tag", "v1", "gh-pages")
    before = own(published.root)
    assert published.publish().status == 0
    assert own(published.root) == before


def own(root):
    folder = root / ".git"
    names = ("HEAD", "index", "config", "FETCH_HEAD", "logs/HEAD", "shallow", "ORIG_HEAD")
    files = {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}
    assert "index" in files
    kept = {path: path.read_bytes() for path in root.rglob("*") if path.is_file() and not made(path, root)}
    refs = git(root, "for-each-ref", "refs/heads", "refs/tags", "refs/stash")
    return files, kept, refs, git(root, "--no-optional-locks", "status", "--porcelain")


def made(path, root):
    return bool({".git", "output", ".pandu", "__pycache__"} & set(path.relative_to(root).parts))


def test_the_history_of_the_project_never_gets_a_file_of_the_site(published):
    assert published.publish().status == 0
    names = git(published.root, "log", "--format=", "--name-only", "main").split()
    assert {name for name in names if name.endswith(".html")} == set()
    with pytest.raises(subprocess.CalledProcessError):
        git(published.root, "merge-base", "main", "origin/gh-pages")


def test_a_long_subject_is_cut_to_fit_a_line(checkout):
    checkout.words("a word so long that git log would break it over two lines")
    assert checkout.publish().status == 0
    subject = git(checkout.remote, "log", "-1", "--format=%s", "gh-pages").rstrip("\n")
    assert re.fullmatch(r"Publish \w{7}: Say a word so long .*…", subject)
    assert len(subject) <= 72


def test_the_day_of_the_last_commit_is_named_where_none_was_asked_for(checkout, monkeypatch):
    monkeypatch.setenv("GIT_COMMITTER_DATE", "2026-03-04T20:00:00+00:00")
    checkout.words("late")
    monkeypatch.delenv("GIT_COMMITTER_DATE")
    assert checkout.publish().status == 0
    assert "As-Of: 2026-03-05" in git(checkout.remote, "log", "-1", "--format=%B", "gh-pages")


def test_another_day_of_the_same_commit_may_be_another_site(checkout):
    checkout.act("if settings['WRITES']: (site / 'day.txt').write_text(settings['AS_OF'])")
    assert checkout.publish(as_of="2026-11-23").status == 0
    assert checkout.publish(as_of="2026-11-24").status == 0
    assert checkout.published()["day.txt"] == b"2026-11-24"
    assert git(checkout.remote, "rev-list", "--count", "gh-pages").strip() == "2"


def test_another_branch_can_be_published_to(checkout):
    assert checkout.publish(branch="preview").status == 0
    assert checkout.head("preview")
    assert not checkout.head()


@pytest.mark.parametrize("name", [None, "", "Siti"], ids=["no identity", "an empty name", "a name alone"])
def test_without_an_identity_the_project_signs(checkout, monkeypatch, name):
    """Also where git would guess one from the machine's."""
    monkeypatch.setenv("EMAIL", "runner@machine.example")
    git(checkout.root, "config", "--unset", "user.email")
    git(checkout.root, "config", "--unset", "user.name")
    if name is not None:
        git(checkout.root, "config", "user.name", name)
    assert checkout.publish().status == 0
    signed = git(checkout.remote, "log", "--format=%an <%ae> %cn <%ce>", "gh-pages").strip()
    assert signed == "Pandu <pandu@localhost> Pandu <pandu@localhost>"
    assert "pandu@localhost" not in (checkout.root / ".git" / "config").read_text("utf-8")


def test_what_is_said_is_utf_8_whatever_git_was_told(checkout):
    checkout.words("€")
    git(checkout.root, "config", "i18n.commitEncoding", "ISO-8859-15")
    git(checkout.root, "config", "i18n.logOutputEncoding", "ISO-8859-15")
    assert checkout.publish().status == 0
    commit = git(checkout.remote, "cat-file", "commit", "gh-pages")
    assert ": Say €\n" in commit
    assert "encoding" not in commit


SIGNER = """#!/bin/sh
cat >/dev/null
case "$*" in
*--verify*) echo "[GNUPG:] GOODSIG 1 Siti"; echo "gpg: a good signature" >&2 ;;
*) echo "[GNUPG:] SIG_CREATED " >&2; echo "-----BEGIN PGP SIGNATURE-----"; echo "-----END PGP SIGNATURE-----" ;;
esac
"""


@pytest.mark.skipif(os.name == "nt", reason="a shell script signs")
def test_what_git_says_of_signatures_is_no_part_of_a_subject(checkout, tmp_path):
    signer = tmp_path / "signer"
    signer.write_text(SIGNER, "utf-8")
    signer.chmod(0o755)
    for name, value in {"gpg.program": str(signer), "commit.gpgSign": "true", "log.showSignature": "true"}.items():
        git(checkout.root, "config", name, value)
    checkout.words("signed")
    assert "a good signature" in git(checkout.root, "log", "-1")
    assert checkout.publish(as_of="2026-11-23").status == 0
    assert git(checkout.remote, "log", "-1", "--format=%s", "gh-pages").rstrip().endswith(": Say signed")


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="only root can give a folder away")
def test_the_checkout_may_be_of_another_user(checkout):
    """As where a container builds what the host has checked out."""
    for path in [checkout.root, *checkout.root.rglob("*")]:
        os.chown(path, 4242, 4242, follow_symlinks=False)
    with pytest.raises(subprocess.CalledProcessError):
        git(checkout.root, "rev-parse", "HEAD")
    assert checkout.publish().status == 0
    assert checkout.head()


def test_git_is_asked_in_english_and_never_waits_for_a_password(tmp_path, monkeypatch):
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")
    said = Git(tmp_path).ask("-c", "alias.say=!echo $LC_ALL $GIT_TERMINAL_PROMPT", "say").out
    assert said == "C 0\n"


def test_a_hook_that_publishes_is_not_led_to_another_repository(checkout, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "index"))
    ended = checkout.publish()
    monkeypatch.delenv("GIT_DIR")
    assert (ended.status, ended.err) == (0, "")


# What is refused before anything is built


@pytest.fixture
def watched(published):
    """The engine leaves a file behind if it is run at all."""
    published.act("open('reached', 'w')")
    return published


def test_a_folder_that_git_does_not_know_is_refused(project):
    project.act("open('reached', 'w')")
    ended = project.python(PUBLISH.format(""))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "publish: this folder is no git checkout; publish from a clone of the project\n"
    assert not (project.root / "reached").exists()


def test_a_project_without_a_commit_is_refused(project):
    git(project.root, "init")
    ended = project.python(PUBLISH.format(""))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "publish: there is no commit yet; commit the project, then publish\n"


def test_a_project_that_another_repository_ignores_is_refused(project):
    """HEAD would be a commit of that other repository."""
    outer = project.root.parent
    git(outer, "init")
    (outer / ".gitignore").write_text("project/\n", "utf-8")
    git(outer, "add", ".gitignore")
    git(outer, *IDENTITY, "commit", "-m", "Something else")
    ended = project.python(PUBLISH.format(""))
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "publishconf.py: git does not know it; commit the project, then publish\n"


def test_without_git_the_user_is_told_to_install_it(checkout, monkeypatch):
    monkeypatch.setenv("PATH", str(checkout.root))
    line = refused(checkout, checkout.publish())
    assert line == "git: no such program; install it (Debian and Ubuntu: apt install git)"


@pytest.mark.parametrize("staged", [False, True], ids=["in the folder", "in the index"])
def test_a_change_that_is_not_committed_is_refused(watched, staged):
    watched.project.words("third")
    if staged:
        git(watched.root, "add", "-A")
    line = refused(watched, watched.publish())
    assert line == "content/words.txt: not committed; what is published is a commit, so commit or undo it first"
    assert watched.head() == watched.first


@pytest.mark.parametrize(
    "name", ["content/é.md", "quizzes/new.yaml", "theme/new.css", "plugins/new.py", "content/a.log"]
)
def test_a_new_file_where_the_site_is_made_is_refused(watched, tmp_path, name):
    """Also one that only this machine ignores."""
    (tmp_path / "ignore").write_text("*.log\n", "utf-8")
    git(watched.root, "config", "core.excludesFile", str(tmp_path / "ignore"))
    (watched.root / name).parent.mkdir(exist_ok=True)
    (watched.root / name).write_text("new", "utf-8")
    assert refused(watched, watched.publish()).startswith(f"{name}: not committed; ")


def test_of_many_changes_one_is_named_and_the_others_counted(watched):
    watched.project.words("third")
    (watched.root / "maker.py").unlink()
    (watched.root / "content" / "new.txt").write_text("new", "utf-8")
    assert refused(watched, watched.publish()).startswith("content/words.txt and 2 more: not committed; ")


def test_a_new_file_elsewhere_is_nobodys_business(published):
    (published.root / "notes.txt").write_text("for later", "utf-8")
    assert published.publish().status == 0


def test_an_unknown_remote_is_refused(watched):
    line = refused(watched, watched.publish(remote="upstream"))
    assert line == "upstream: no such remote; there is origin"
    git(watched.root, "remote", "remove", "origin")
    line = refused(watched, watched.publish())
    assert line == "origin: no such remote; add it with `git remote add origin <its address>`"


def test_a_remote_that_cannot_be_reached_is_told_in_gits_own_words(watched):
    git(watched.root, "remote", "set-url", "origin", (watched.root / "nowhere.git").as_posix())
    line = refused(watched, watched.publish())
    assert re.fullmatch(
        r"origin: can't be reached: '.*/nowhere\.git' does not appear to be a git repository; see its address .*", line
    )


def test_a_name_that_no_branch_can_have_is_refused(watched):
    line = refused(watched, watched.publish(branch="gh pages"))
    assert line == "--branch gh pages: no name of a branch; write it like gh-pages"


@pytest.mark.parametrize("pushed", [False, True], ids=["only here", "on the remote"])
def test_the_project_is_never_covered_with_its_site(watched, pushed):
    if pushed:
        git(watched.root, "push", "origin", "main")
        git(watched.root, "checkout", "--detach")
        git(watched.root, "branch", "-D", "main")
    head = watched.head("main")
    for replace in (None, *filter(None, [head])):
        line = refused(watched, watched.publish(branch="main", replace=replace))
        assert line == "origin/main: holds the project itself; choose a branch that is only for the site"
    assert watched.head("main") == head


# What stands on the branch already


def test_a_commit_of_somebody_else_is_not_covered_unseen(watched):
    add_by_hand(watched.remote, "id/index.html", "mended")
    head = watched.head()
    day = git(watched.remote, "log", "-1", "--format=%as", head).strip()
    line = refused(watched, watched.publish())
    assert line == (
        f"origin/gh-pages: {head[:7]} of {day} ('Mend a page by hand') was not made by publishing; "
        f"look at it (`git show {head[:7]}`), save what is worth it, then publish on top with --replace {head[:7]}"
    )
    assert watched.head() == head
    assert "mended" in git(watched.root, "show", head[:7])


def test_what_was_looked_at_is_covered_and_stays_in_the_history(published):
    add_by_hand(published.remote, "id/index.html", "mended")
    foreign = published.head()
    ended = published.publish(replace=foreign[:7])
    assert (ended.status, ended.err) == (0, "")
    assert published.published() == published.project.site() | {".nojekyll": b""}
    assert git(published.remote, "rev-list", "gh-pages").split() == [published.head(), foreign, published.first]
    published.words("third")
    assert published.publish().status == 0


def test_what_was_looked_at_becomes_ours_even_if_it_is_the_same(published):
    """Else the next publish would be refused again for the same reason."""
    assert published.publish().status == 0
    git(published.remote, "update-ref", "refs/heads/gh-pages", published.first)
    for name, data in published.project.site().items():
        add_by_hand(published.remote, name, data.decode())
    ended = published.publish(replace=published.head())
    assert ended.out.splitlines()[-1] == f"origin/gh-pages: {published.short()}, 0 files changed"
    assert published.publish().status == 0


@pytest.mark.parametrize("form", ["{first}", "{head:.6}", "", "gh-pages"], ids=["older", "too short", "none", "a name"])
def test_only_the_commit_that_stands_there_can_be_covered(watched, form):
    add_by_hand(watched.remote, "id/index.html", "mended")
    head = watched.head()
    replace = form.format(first=watched.first, head=head)
    line = refused(watched, watched.publish(replace=replace))
    assert line.startswith(f"--replace {replace}: origin/gh-pages is at {head[:7]} of ")
    assert line.endswith("('Mend a page by hand'); look at that one and name it")
    assert watched.head() == head


def test_nothing_can_be_covered_where_nothing_is(checkout):
    line = refused(checkout, checkout.publish(replace="1a2b3c4"))
    assert line == "--replace 1a2b3c4: there is no origin/gh-pages yet; publish without it"


@pytest.mark.parametrize("body", ["Source: a friend", f"Source: {'a' * 40}\n\nSo it says."], ids=["a word", "a quote"])
def test_a_branch_that_publishing_never_made_is_refused(checkout, body):
    tree = git(checkout.remote, "mktree", given="").strip()
    commit = git(checkout.remote, *IDENTITY, "commit-tree", tree, "-m", "Site", "-m", body).strip()
    git(checkout.remote, "update-ref", "refs/heads/gh-pages", commit)
    assert "was not made by publishing" in refused(checkout, checkout.publish())


def test_the_domain_that_a_host_noted_stays(published):
    add_by_hand(published.remote, "CNAME", "pandu.example\n", "Create CNAME")
    ended = published.publish()
    assert (ended.status, ended.err) == (0, "")
    assert published.published()["CNAME"] == b"pandu.example\n"
    assert published.publish().out.splitlines()[-1].endswith("nothing changed; not published again")


def test_the_domain_that_the_site_names_goes_before_the_hosts(published):
    add_by_hand(published.remote, "CNAME", "old.example\n", "Create CNAME")
    published.act("if settings['WRITES']: (site / 'CNAME').write_text('new.example')")
    assert published.publish().status == 0
    assert published.published()["CNAME"] == b"new.example"


def test_a_host_that_notes_its_domain_hides_no_other_change(watched):
    add_by_hand(watched.remote, "id/index.html", "mended")
    add_by_hand(watched.remote, "CNAME", "pandu.example\n", "Create CNAME")
    assert "was not made by publishing" in refused(watched, watched.publish())


def test_a_merge_that_changes_nothing_is_accepted(published):
    """What was merged in may be newer, even published itself; what the branch shows is its own."""
    assert published.publish(branch="preview").status == 0
    parents = ("-p", "gh-pages", "-p", "preview")
    merge = git(published.remote, *IDENTITY, "commit-tree", "gh-pages^{tree}", *parents, "-m", "Merge").strip()
    git(published.remote, "update-ref", "refs/heads/gh-pages", merge)
    ended = published.publish()
    assert (ended.status, ended.err) == (0, "")


@pytest.fixture
def behind(watched, tmp_path):
    """A clone that somebody else's publish has overtaken."""
    watched.project.act("")
    watched.commit("Run without a trace")
    git(watched.root, "push", "origin", "main")
    assert watched.publish().status == 0
    git(watched.root, "reset", "--hard", "HEAD~1")
    return watched


def test_an_older_project_does_not_cover_a_newer_one(behind):
    head = behind.head()
    source = git(behind.root, "rev-parse", "origin/main").strip()
    line = refused(behind, behind.publish())
    assert line == (
        f"origin/gh-pages: published from {source[:7]}, which HEAD does not contain; get the newest project "
        f"(`git pull`) and publish again, or publish this one on top with --replace {head[:7]}"
    )
    git(behind.root, "pull", "origin", "main")
    assert behind.publish().status == 0


def test_a_commit_that_is_unknown_here_is_newer_too(behind):
    git(behind.root, "update-ref", "-d", "refs/remotes/origin/main")
    git(behind.root, "reflog", "expire", "--expire=now", "--all")
    git(behind.root, "gc", "--prune=now")
    assert "which HEAD does not contain; get the newest project" in refused(behind, behind.publish())


def test_an_older_project_can_be_published_on_purpose(behind):
    head = behind.head()
    assert behind.publish(replace=head[:7]).status == 0
    assert git(behind.remote, "rev-parse", "gh-pages~1").strip() == head
    assert behind.publish().status == 0


def test_a_shallow_clone_that_cannot_tell_says_what_to_fetch(watched, tmp_path):
    watched.project.act("")
    watched.commit("Run without a trace")
    assert watched.publish().status == 0
    watched.words("third")
    watched.words("fourth")
    git(watched.root, "push", "origin", "main")
    remote = watched.remote.as_uri()
    watched.root.rename(watched.root.with_name("whole"))
    git(tmp_path, "clone", "--depth=1", "--branch=main", remote, str(watched.root))
    source = git(watched.remote, "log", "-1", "--format=%(trailers:key=Source,valueonly)", "gh-pages")
    line = refused(watched, watched.publish())
    assert line == (
        f"origin/gh-pages: published from {source[:7]}, and a shallow clone can't tell whether HEAD is newer; get all "
        "of its history (`git fetch --unshallow`; in a workflow `fetch-depth: 0`), then publish again"
    )
    git(watched.root, "fetch", "--unshallow")
    assert watched.publish().status == 0
    assert b"fourth" in watched.published()["id/index.html"]


# What goes wrong on the way


@pytest.mark.parametrize(
    "code, status",
    [("problem('content/words.txt:1:1: E000 no such word')", 2), ("1 / 0", 1)],
    ids=["problems", "a bug"],
)
def test_a_build_that_fails_publishes_nothing_and_gives_its_status(published, code, status):
    published.act(code)
    ended = published.publish()
    assert ended.status == status
    assert ended.err.splitlines()[-1] == "output/: not built; the last good site stays"
    assert ended.out == ""
    assert published.head() == published.first


RACE = """
import subprocess
from pathlib import Path
if not Path('reached').exists():
    Path('reached').touch()
    subprocess.run([{python!r}, '-c', {code!r}], cwd={other!r}, check=True)
"""


@pytest.mark.parametrize("first", [False, True], ids=["an update", "the first"])
def test_of_two_that_publish_at_once_the_second_is_told_to_do_it_again(checkout, tmp_path, first):
    """While one clone builds, the other publishes from its start to its end."""
    if not first:
        assert checkout.publish().status == 0
    other = tmp_path.resolve() / "other"
    code = RACE.format(python=sys.executable, code=PUBLISH.format(""), other=str(other))
    checkout.project.words("theirs")
    checkout.act(code)
    git(checkout.root, "push", "origin", "main")
    git(tmp_path, "clone", "--branch=main", str(checkout.remote), str(other))
    (other / "reached").touch()
    checkout.words("mine")
    ended = checkout.publish()
    assert ended.status == 1
    assert ended.err == "origin/gh-pages: somebody else published there meanwhile; publish again\n"
    assert b"theirs" in checkout.published()["id/index.html"]
    assert git(checkout.remote, "rev-list", "--count", "gh-pages").strip() == ("1" if first else "2")
    assert checkout.publish().status == 0
    assert b"mine" in checkout.published()["id/index.html"]


GITHUB_PROTECTS = """error: GH006: Protected branch update failed for refs/heads/gh-pages.

- Changes must be made through a pull request."""
GITHUB_RULES = """error: GH013: Repository rule violations found for refs/heads/gh-pages.

- Cannot update this protected ref."""


@pytest.mark.parametrize("hook", ["pre-receive", "update"])
@pytest.mark.parametrize(
    "says, told",
    [
        (GITHUB_PROTECTS, "it is protected: GH006: Protected branch update failed for refs/heads/gh-pages; let "),
        (GITHUB_RULES, "it is protected: GH013: Repository rule violations found for refs/heads/gh-pages; let "),
        (
            "GitLab: You are not allowed to push code to protected branches on this project.",
            "it is protected: GitLab: You are not allowed to push code to protected branches on this project; let ",
        ),
        (
            "ERROR: Permission to pandu/pandu.git denied to siti.",
            "you may not push there: Permission to pandu/pandu.git denied to siti; ask its owner ",
        ),
        (
            "ERROR: The key you are authenticating with has been marked as read only.",
            "you may not push there: The key you are authenticating with has been marked as read only; ask its owner ",
        ),
        ("No more than a thousand files.", "the remote refuses it: No more than a thousand files; see whether you may"),
        ("", "the remote refuses it: [remote rejected] ("),
    ],
)
def test_a_remote_that_refuses_is_told_in_its_own_words_with_what_to_do(published, hook, says, told):
    path = published.remote / "hooks" / hook
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\ncat >&2 <<'END'\n{says}\nEND\nexit 1\n", "utf-8")
    path.chmod(0o755)
    ended = published.publish()
    assert ended.status == 1
    (line,) = ended.err.splitlines()
    assert line.startswith(f"origin/gh-pages: {told}")
    assert published.head() == published.first


def test_a_branch_that_is_protected_leaves_another_one_to_publish_to(published):
    path = published.remote / "hooks" / "update"
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"#!/bin/sh\n[ $1 != refs/heads/gh-pages ] || {{ echo {GITHUB_PROTECTS[:30]!r} >&2; exit 1; }}\n")
    path.chmod(0o755)
    assert "or choose another one with --branch" in published.publish().err
    assert published.publish(branch="site").status == 0


class Closed(BaseHTTPRequestHandler):
    """A host that lets nobody in."""

    def do_GET(self):
        self.send_response_only(self.server.status)
        self.send_header("WWW-Authenticate", "Basic")
        self.end_headers()

    def log_message(self, *_):
        """The terminal is for what the test says."""


@pytest.mark.parametrize(
    "status, told",
    [
        (
            401,
            r"it does not let you in: could not read Username for '.*': terminal prompts disabled; see that `git fet",
        ),
        (
            403,
            r"it does not let you in: unable to access '.*': The requested URL returned error: 403; see that `git fet",
        ),
        (404, r"can't be reached: repository '.*' not found; see its address \(`git remote -v`\)"),
    ],
)
def test_a_host_that_lets_nobody_in_is_told_from_one_that_has_no_such_project(watched, status, told):
    with HTTPServer(("127.0.0.1", 0), Closed) as host:
        host.status = status
        thread = Thread(target=host.serve_forever, args=(0.05,))
        thread.start()
        git(watched.root, "remote", "set-url", "origin", f"http://127.0.0.1:{host.server_port}/pandu.git")
        line = refused(watched, watched.publish())
        host.shutdown()
        thread.join()
    assert re.match(f"origin: {told}", line)


@pytest.mark.parametrize("address", ["http://127.0.0.1:{}/pandu.git", "http://pandu.invalid/pandu.git"])
def test_without_a_way_to_the_host_the_network_is_named(watched, address):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and nobody listens there
        git(watched.root, "remote", "set-url", "origin", address.format(closed.getsockname()[1]))
        line = refused(watched, watched.publish())
    assert line.startswith("origin: no way to it: unable to access 'http://")
    assert line.endswith("; see the network, then publish again")


def test_a_head_that_is_on_no_branch_is_published_as_well(published):
    """As in a workflow."""
    git(published.root, "checkout", "--detach")
    assert published.publish().status == 0
    assert b"second" in published.published()["id/index.html"]


def test_the_shallow_history_of_the_branch_is_no_obstacle_where_publishing_made_its_last_commit(published):
    shallow = shallow_clone(published)
    assert (shallow / ".git" / "shallow").exists()
    assert published.publish().status == 0
    assert git(published.remote, "rev-list", "--count", "gh-pages").strip() == "3"


def test_a_shallow_history_of_the_branch_that_ends_with_somebody_else_s_commit_says_what_to_fetch(published):
    shallow_clone(published, lambda: add_by_hand(published.remote, "CNAME", "pandu.example\n", "Create CNAME"))
    line = refused(published, published.publish())
    assert line == (
        f"origin/gh-pages: a shallow clone can't tell whether {published.short()} was made by publishing; get all of "
        "its history (`git fetch --unshallow`; in a workflow `fetch-depth: 0`), then publish again"
    )
    git(published.root, "fetch", "--unshallow")
    assert published.publish().status == 0


def shallow_clone(published, then=lambda: None):
    """In the place of the checkout: one commit of main, one of the branch, and another site to publish."""
    assert published.publish().status == 0
    then()
    git(published.root, "push", "origin", "main")
    published.root.rename(published.root.with_name("whole"))
    depth = ("--depth=1", "--no-single-branch", "--branch=main")
    git(published.root.parent, "clone", *depth, published.remote.as_uri(), str(published.root))
    git(published.root, "config", "user.name", "Siti")
    git(published.root, "config", "user.email", "siti@example.org")
    published.words("third")
    return published.root


def test_a_project_that_changed_while_it_was_built_is_not_published(published):
    published.act("from pathlib import Path\nPath('content/words.txt').write_text('saved meanwhile')")
    ended = published.publish()
    assert ended.status == 1
    assert ended.err.startswith("content/words.txt: not committed; ")
    git(published.root, "checkout", ".")
    published.act(
        "import subprocess\nsubprocess.run(['git', 'commit', '--allow-empty', '-qm', 'Meanwhile'], check=True)"
    )
    ended = published.publish()
    assert ended.status == 1
    assert ended.err == "HEAD moved while the site was built; publish again\n"
    assert published.head() == published.first
