import pytest

from tests.site.project import ROOT, build, copy_project


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    """The small site, built with its index."""
    project = copy_project(tmp_path_factory.mktemp("search") / "project", ROOT / "tests" / "small")
    build(project)
    return project
