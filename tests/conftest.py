"""The two worlds of the tests: a small data folder that a test may spoil, and the release of the real
data."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pytest

from etl.run import run
from healthplan.cache import CACHE
from healthplan.release import publication

HERE = Path(__file__).parent
ROOT = HERE.parent


@contextmanager
def built_small(folder: Path) -> Iterator[Path]:
    """A copy of tests/small at `folder` with its release; inside, a build reads it and a route answers from
    it."""
    shutil.copytree(HERE / "small", folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        run()
        yield folder


@pytest.fixture
def small_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of tests/small (made-up figures), which the build of this test reads."""
    folder = tmp_path / "data"
    shutil.copytree(HERE / "small", folder)
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def real_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the real data with its release, built once for a worker."""
    folder = tmp_path_factory.mktemp("real") / "data"
    shutil.copytree(ROOT / "data", folder, ignore=shutil.ignore_patterns("published"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        run()
    return folder


@pytest.fixture(scope="session")
def opened_release(real_folder: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """The release of the real data, opened as a reader opens it."""
    (path,) = (real_folder / "published").glob("release-*.duckdb")
    with publication.open_release(path) as db:
        yield db


@pytest.fixture
def release(opened_release: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor of a test's own: a result that it does not read to the end stands in nobody's way."""
    with opened_release.cursor() as db:
        yield db


@pytest.fixture
def real(real_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the real data, which the routes of this process answer from."""
    monkeypatch.setenv("ROADMAP72_DATA", str(real_folder))
    yield real_folder
    CACHE.forget()
