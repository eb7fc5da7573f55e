"""The two worlds of the tests: a small data folder that a test may spoil, and the release of the real
data."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.run import run
from healthplan import published

HERE = Path(__file__).parent
ROOT = HERE.parent


@pytest.fixture
def small_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of tests/small (made-up figures), which the build of this test reads."""
    folder = tmp_path / "data"
    shutil.copytree(HERE / "small", folder)
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    """The real data, built once for a worker and opened as a reader opens it."""
    folder = tmp_path_factory.mktemp("real") / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        path = run()
    with published.open_release(path) as db:
        yield db
