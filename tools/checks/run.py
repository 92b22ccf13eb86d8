"""All checks, and the way of what they find to the editor: page by page, then the site as a whole."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import groupby

from plugins.shared.message import Message
from plugins.shared.problem import Problem
from tools.checks.answers import exams_are_whole, quizzes_are_whole
from tools.checks.facts import Facts, Pages, facts_of
from tools.checks.finding import Finding
from tools.checks.headings import headings_are_in_order, headings_have_words
from tools.checks.html import head_says_what_it_is, html_has_no_error, ids_stand_once
from tools.checks.indexes import (
    feeds_are_complete,
    indexes_can_be_read,
    robots_find_the_sitemap,
    the_sitemap_is_complete,
)
from tools.checks.languages import heads_name_the_twins, heads_name_themselves, the_switch_leads_to_the_twin
from tools.checks.lessons import lessons_are_whole
from tools.checks.links import (
    anchors_exist,
    entries_lead_somewhere,
    links_lead_somewhere,
    manifests_lead_somewhere,
    styles_lead_somewhere,
)
from tools.checks.names import (
    fields_have_labels,
    links_and_buttons_have_names,
    names_exist,
    no_page_in_a_page,
    pictures_have_texts,
    tables_have_heads,
)
from tools.checks.page import BuiltPage
from tools.checks.places import Places
from tools.checks.privacy import (
    links_are_safe,
    nothing_comes_from_elsewhere,
    nothing_runs_or_styles_inline,
    policy_is_strict,
    styles_load_nothing_from_elsewhere,
)
from tools.checks.site import BuiltSite
from tools.checks.sought import the_index_can_be_read, the_index_has_no_key, the_index_is_complete
from tools.checks.weight import (
    previews_are_light,
    scripts_wait_and_are_small,
    the_first_results_come_quickly,
    the_first_view_is_light,
)
from tools.made import Made

OF_A_PAGE: tuple[Callable[[BuiltPage], Iterator[Finding]], ...] = (
    links_lead_somewhere,  # E301
    html_has_no_error,  # E302
    ids_stand_once,
    head_says_what_it_is,
    headings_are_in_order,  # E303
    headings_have_words,
    fields_have_labels,  # E304
    pictures_have_texts,
    links_and_buttons_have_names,
    tables_have_heads,
    no_page_in_a_page,
    names_exist,
    nothing_comes_from_elsewhere,  # E305
    links_are_safe,
    nothing_runs_or_styles_inline,
    policy_is_strict,
    the_first_view_is_light,  # E307
    scripts_wait_and_are_small,
    the_first_results_come_quickly,
    previews_are_light,
    quizzes_are_whole,  # E308
    exams_are_whole,  # E308
)
OF_THE_SITE: tuple[Callable[[BuiltSite, Pages], Iterator[Finding]], ...] = (
    anchors_exist,  # E301
    entries_lead_somewhere,
    manifests_lead_somewhere,
    styles_lead_somewhere,
    styles_load_nothing_from_elsewhere,  # E305
    heads_name_themselves,  # E306
    heads_name_the_twins,
    the_switch_leads_to_the_twin,
    indexes_can_be_read,
    robots_find_the_sitemap,
    the_sitemap_is_complete,
    feeds_are_complete,
    the_index_can_be_read,  # E309
    the_index_is_complete,
    the_index_has_no_key,
    lessons_are_whole,  # E301, E302, E305, E307
)


ONE_MORE = Message("{what} (and so in {count} more place)")
MORE = Message("{what} (and so in {count} more places)")


def problems_of(made: Made) -> list[Problem]:
    """What is wrong with the site, each at its place. One mistake of the theme is one line, on however many pages."""
    places = Places(made)
    told = {places.problem(each) for each in sorted(findings(made), key=lambda each: each[:5])}
    built = [each for each in told if each.path.startswith(f"{made.name}/")]
    return sorted([*told.difference(built), *joined(built)])


def findings(made: Made) -> Iterator[Finding]:
    """What all checks find. Each page is parsed once and dropped; its facts are kept."""
    site = BuiltSite(made)
    pages: dict[str, Facts] = {}
    for page, html in made.pages():
        built = BuiltPage(page, html, site)
        for each in OF_A_PAGE:
            yield from each(built)
        pages[page.file] = facts_of(built)
    for check in OF_THE_SITE:
        yield from check(site, pages)
    site.kept.prune()


def joined(problems: list[Problem]) -> Iterator[Problem]:
    """Each mistake once, at the first of the places where the built site has it."""

    def said(problem: Problem) -> tuple[str, str]:
        return problem.code, problem.message

    for _, same in groupby(sorted(problems, key=said), said):
        first, *more = sorted(same)
        also = (ONE_MORE if len(more) == 1 else MORE).filled(what=first.message, count=len(more))
        yield replace(first, message=also) if more else first
