"""A release of the real data, which the routes of this process answer from."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.run import run
from healthplan.api.rows import KEPT
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("api") / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        run()
    return folder


@pytest.fixture
def real(real_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the real data with its release."""
    monkeypatch.setenv("ROADMAP72_DATA", str(real_folder))
    yield real_folder
    KEPT.forget()
