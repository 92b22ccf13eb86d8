"""Links of a site that stands below a path; all that a site at the top can get wrong is in broken/."""

from dataclasses import replace

from tools.checks.run import problems_of


def test_a_page_that_is_served_at_any_depth_has_to_name_the_path_of_the_site(good):
    told = [str(each) for each in problems_of(replace(good, address="https://bread.example/kitchen"))]
    mine = [each for each in told if each.startswith("output/404.html:") and " E301 link to '/id/': " in each]
    assert len(mine) == 1
    assert mine[0].endswith("this is outside of the site, which stands at '/kitchen/'; correct it")
