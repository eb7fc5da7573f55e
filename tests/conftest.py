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
from tests.browser.server import built_copy

HERE = Path(__file__).parent
ROOT = HERE.parent
# A file of tests is one worker's, and the files that take minutes begin first: none is left to one worker at the end
# while the other has nothing to do. In seconds of a processor, the longest first.
LONG_FILES = (
    "tests/etl/test_refusals.py",
    "tests/findings/test_rules.py",
    "tests/browser/test_cut_line.py",
    "tests/desk/test_killing.py",
    "tests/etl/test_killing.py",
    "tests/worlds/test_many_plans.py",
    "tests/browser/test_accessibility.py",
    "tests/browser/test_hostile_text.py",
    "tests/agreement/test_agreement.py",
    "tests/browser/test_phone.py",
    "tests/browser/test_every_screen.py",
    "tests/browser/test_below.py",
    "tests/browser/test_keyboard.py",
    "tests/formats/test_odd_names.py",
    "tests/deck/test_true_of_the_nation.py",
    "tests/pages/test_screens.py",
    "tests/browser/test_releases.py",
    "tests/browser/test_desk.py",
    "tests/browser/test_address.py",
    "tests/etl/test_verdicts.py",
    "tests/etl/test_rollup.py",
    "tests/etl/test_reading.py",
    "tests/deck/test_slides_pdf.py",
    "tests/deck/test_true_counts.py",
    "tests/etl/test_releases.py",
    "tests/browser/test_plan_draft.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the tests of long files first; `--no-loadscope-reorder` of pyproject.toml leaves them there."""
    turn = {name: at for at, name in enumerate(LONG_FILES)}
    items.sort(key=lambda item: turn.get(item.nodeid.partition("::")[0], len(turn)))


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
    """A copy of the real data with its release."""
    return built_copy(tmp_path_factory.mktemp("real") / "data")


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
