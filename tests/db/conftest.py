"""Projects to test on: made once, copied for every test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Store
from tests.db.invented import PLAN, REPORT, store_document


@pytest.fixture(scope="session")
def master(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with two invented documents: the plan is document 1, the report document 2."""
    path = tmp_path_factory.mktemp("master") / "工业.cezhu"
    with Store.create(path, author="王敏") as store:
        for text in (PLAN, REPORT):
            store_document(store, text)
    return path


@pytest.fixture
def project(master: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(master, tmp_path))


@pytest.fixture
def store(project: Path) -> Iterator[Store]:
    with Store.open(project, author="王敏") as store:
        yield store
