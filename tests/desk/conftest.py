"""A desk beside a small data folder with its release, made once and copied for each test."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import built_small


@pytest.fixture(scope="session")
def built_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small data folder with its release."""
    folder = tmp_path_factory.mktemp("office") / "data"
    with built_small(folder):
        return folder


@pytest.fixture
def office(built_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of a test's own, with its release; its desk is beside it."""
    folder = tmp_path / "data"
    shutil.copytree(built_office, folder)
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    return folder
