import pytest

from tests.offline.project import changed_project, saved_project


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    return saved_project(tmp_path_factory)


@pytest.fixture(scope="session")
def changed(tmp_path_factory, project):
    return changed_project(tmp_path_factory, project)
