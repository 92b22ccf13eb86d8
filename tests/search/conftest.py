import pytest


@pytest.fixture(scope="session")
def project(small_project):
    """The small site, built with its index."""
    return small_project
