"""Worlds of other sizes than ours: seven, twelve and thirty-four made-up plans, each built once for a
worker."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from etl.run import run
from tests.bench.made_up import made_up, provinces
from tests.conftest import ROOT

SIZES = (7, 12, 34)
YEARS = 5  # of a path; twenty, as the benchmark has them, take long to build


@pytest.fixture(scope="session", params=SIZES)
def world(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A published data folder with so many plans."""
    folder, data = tmp_path_factory.mktemp(f"world-{request.param}") / "data", ROOT / "data"
    made_up(data, folder, places=spread(provinces(data), request.param), years=YEARS)
    yield from published_at(folder)


def spread(codes: list[str], count: int) -> list[str]:
    """So many codes, from the first to the last."""
    return [codes[at * len(codes) // count] for at in range(count)]


def published_at(folder: Path) -> Iterator[Path]:
    """The folder with its release, which this process answers from meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(folder))
        run()
        yield folder
