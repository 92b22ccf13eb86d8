"""Every host says the same with each file: the table, `_headers` as hosts read it, the examples in docs/hosting/."""

import re
import shlex
from pathlib import Path, PurePosixPath

import pytest
from pelican.settings import read_settings

from tests.site.project import ROOT
from tools.hosting.headers import (
    ANYTHING,
    CACHED,
    NEVER,
    TYPES,
    UNCOMMON,
    YEAR,
    cached,
    everywhere,
    headers_of,
    matches,
)
from tools.summary import page_files

LANGUAGES = read_settings(str(ROOT / "pelicanconf.py"))["LANGUAGES"]
EXAMPLES = ROOT / "docs" / "hosting"
BY_CONTENT = re.compile(r"(\.[0-9a-f]{10}(-\d+)?|/[0-9a-f]{6}|[._/][a-z]{2}_[0-9a-f]{7,})\.\w+$")
MORE = ("id/tugas.ics", "id/pse/foto.0123456789-480.avif", "en/pse/photo.0123456789.jpeg", "en/a.svg", "theme/a.pdf")


@pytest.fixture(scope="module")
def files(built) -> list[str]:
    """Every file of this project's site, and of kinds that it happens not to have."""
    found = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]
    return sorted([*found, *MORE])


# the table


def test_no_file_has_two_rules_for_how_long_it_is_kept(files):
    rules = list(cached(LANGUAGES))
    twice = [file for file in files if sum(matches(address, f"/{file}") for address, _ in rules) > 1]
    assert twice == []


def test_what_is_kept_for_a_year_is_named_by_its_content_and_nothing_else_is(files):
    for file in files:
        kept = headers_of(file, LANGUAGES)["Cache-Control"] == YEAR
        assert kept == bool(BY_CONTENT.search(f"/{file}")), file


def test_every_rule_is_of_some_file(files):
    idle = [address for address, _ in cached(LANGUAGES) if not any(matches(address, f"/{file}") for file in files)]
    assert [each for each in idle if not re.search(r"\.(avif|jpeg|webp)$", each)] == []  # of photographs


def test_every_file_of_the_site_has_a_kind(files):
    unknown = {PurePosixPath(file).suffix for file in files if headers_of(file, LANGUAGES)["Content-Type"] == ANYTHING}
    assert unknown == {"", ".pagefind", ".pf_filter", ".pf_fragment", ".pf_index", ".pf_meta"}


def test_the_policy_of_the_header_allows_whatever_a_page_allows_itself(built):
    """Browsers hold to both: a header that allowed less would break the page."""
    wide = rules_of(everywhere()["Content-Security-Policy"])
    assert wide["frame-ancestors"] == {"'none'"}
    for path in page_files(built):
        own = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', path.read_text("utf-8"))[1]
        for name, sources in rules_of(own.replace("&#39;", "'")).items():
            by_hash = {each for each in sources if each.startswith("'sha256-")}
            assert sources - by_hash <= wide[name], path
            assert not by_hash or "'unsafe-inline'" in wide[name], path


def rules_of(policy: str) -> dict[str, set[str]]:
    return {rule.split()[0]: set(rule.split()[1:]) for rule in policy.split(";")}


# _headers


@pytest.fixture(scope="module")
def rules(built) -> list[tuple[str, dict[str, str]]]:
    """The rules of the file, as both hosts read them."""
    found = []
    for line in (built / "_headers").read_text("utf-8").splitlines():
        if line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            found[-1][1][name] = value
        elif not line.startswith("#"):
            found.append((line, {}))
    return found


def netlify(address: str) -> re.Pattern[str]:
    """As `netlify-headers-parser` makes it: a part with `*` is taken for a pattern as it is."""
    parts = [each.replace("*", "(.*)") if "*" in each else re.escape(each) for each in address.split("/") if each]
    parts = ["?(.*)" if each == "(.*)" else each for each in parts]
    return re.compile(f"/{'/'.join(parts)}/?", re.IGNORECASE)


def cloudflare(address: str) -> re.Pattern[str]:
    return re.compile(re.escape(address).replace(r"\*", "(.*)"))


@pytest.mark.parametrize("pattern", [netlify, cloudflare])
def test_both_hosts_read_the_same_out_of_it_and_join_nothing(files, rules, pattern):
    compiled = [(pattern(address), headers) for address, headers in rules]
    for file in files:
        said: dict[str, list[str]] = {}
        for known, headers in compiled:
            for name, value in headers.items() if known.fullmatch(f"/{file}") else ():
                said.setdefault(name, []).append(value)
        assert [name for name, values in said.items() if len(values) > 1] == [], file
        wanted = headers_of(file, LANGUAGES)
        hosts_own = {"Cache-Control": NEVER, "Content-Type": wanted["Content-Type"]}
        assert hosts_own | {name: values[0] for name, values in said.items()} == wanted, file


def test_it_is_within_what_cloudflare_reads(rules, built):
    assert len(rules) <= 100
    assert all(len(line) <= 2000 for line in (built / "_headers").read_text("utf-8").splitlines())
    assert all(address.count("*") <= 1 for address, _ in rules)
    assert {f"/*{ending}" for ending in UNCOMMON} <= {address for address, _ in rules}


# docs/hosting/, read without a server


def nginx(path: str) -> dict[str, str]:
    """What the example makes nginx say of an address."""
    text = uncommented((EXAMPLES / "nginx.conf").read_text("utf-8"))
    table = re.search(r"map \$uri \$pandu_cache \{(.*?)\n\}", text, re.DOTALL)[1]
    said = dict(re.findall(r'add_header (\S+) "?(.*?)"? always;', text))
    said["Cache-Control"] = {"$pandu_cache": mapped(re.sub("(?m);$", "", table), path)}[said["Cache-Control"]]
    kinds = re.search(r"    types \{(.*?)\n    \}", text, re.DOTALL)[1]
    known = {
        f".{each}": kind
        for kind, *endings in map(str.split, kinds.replace(";", "").splitlines()[1:])
        for each in endings
    }
    with_charset = {"text/html", *re.search(r"charset_types (.*);", text)[1].split()}
    kind = known.get(PurePosixPath(path).suffix, re.search(r"default_type (.*);", text)[1])
    return said | {"Content-Type": f"{kind}; charset=utf-8" if kind in with_charset else kind}


def caddy(path: str) -> dict[str, str]:
    text = uncommented((EXAMPLES / "Caddyfile").read_text("utf-8"))
    block = re.search(r"\theader \{(.*?)\n\t\}", text, re.DOTALL)[1]
    said = dict(shlex.split(line) for line in block.splitlines() if line.strip())
    for name in ("cache", "type"):
        table = re.search(rf"map \{{path\}} \{{pandu_{name}\}} \{{(.*?)\n\t\}}", text, re.DOTALL)[1]
        said = {key: mapped(table, path) if value == f"{{pandu_{name}}}" else value for key, value in said.items()}
    return said


def mapped(table: str, path: str) -> str:
    """The value of the first pattern that fits, else the default's."""
    rows = [re.fullmatch(r'\s*(\S+) "?(.*?)"?', line).groups() for line in table.splitlines() if line.strip()]
    found = (value for pattern, value in rows if pattern.startswith("~") and re.search(pattern[1:], path))
    return next(found, dict(rows)["default"])


def uncommented(text: str) -> str:
    return re.sub(r"(?m)(^|\s)#.*$", "", text)


@pytest.mark.parametrize("said", [nginx, caddy])
def test_an_example_says_of_every_file_what_the_table_says(files, said):
    known = {(file.split("/")[0], PurePosixPath(file).suffix): file for file in files}
    for file in known.values():
        assert said(f"/{file}") == headers_of(file, LANGUAGES), file


@pytest.mark.parametrize("said", [nginx, caddy])
def test_an_example_knows_every_kind_and_the_same_rules_below_a_path(said):
    for ending, kind in {**TYPES, ".pf_meta": ANYTHING}.items():
        assert said(f"/a{ending}")["Content-Type"] == kind
    for address, value in cached(LANGUAGES):
        assert (
            said(f"/learn{address.replace('*', 'a/b' if address.startswith('/id/') else 'a')}")["Cache-Control"]
            == value
        )


def test_the_examples_know_every_language_of_the_site():
    assert any("{lang}" in address for addresses in CACHED.values() for address in addresses)
    for name in ("nginx.conf", "Caddyfile"):
        assert f"({'|'.join(LANGUAGES)})" in (EXAMPLES / name).read_text("utf-8")


def test_a_page_that_says_how_to_host_names_both_examples():
    text = (EXAMPLES.parent / "hosting.md").read_text("utf-8")
    assert sorted(path.name for path in Path(EXAMPLES).iterdir()) == ["Caddyfile", "nginx.conf"]
    assert "(hosting/nginx.conf)" in text
    assert "(hosting/Caddyfile)" in text
