"""`python -m tests.bench`: one table from one run. Starts and stops both servers; always ends with 0."""

import os
import tempfile
from pathlib import Path

from tests.bench import (
    besieged,
    building,
    crowd,
    exploring,
    filtering,
    first_sight,
    handing,
    interaction,
    judging,
    loading,
    reporting,
    rolling,
    serving,
)
from tests.bench.figures import Line, table
from tests.browser.chromium import chromium
from tests.browser.server import built_copy, serve, streamlit

BARE = Path(__file__).with_name("bare.py")
BARE_OPTIONS = ("--server.headless", "true", "--browser.gatherUsageStats", "false")


def measured(folder: Path) -> list[Line]:
    """Every line. A browser and the bare server run only while they are needed."""
    data, figure = built_copy(folder / "data"), folder / "figure.json"
    with serve(data) as ours:
        found = _loading(ours, folder, figure) + interaction.lines(ours) + besieged.lines(ours) + crowd.lines(ours)
    return (found + building.lines(data) + judging.lines(data) + filtering.lines(data)
            + exploring.lines(data) + serving.lines(data) + handing.lines(data) + rolling.lines()
            + reporting.lines(data))  # fmt: skip


def _loading(ours: str, folder: Path, figure: Path) -> list[Line]:
    address, named = f"{ours}/trajectories", {**os.environ, "BENCH_FIGURE": str(figure)}
    with chromium() as browser:
        loading.keep_figure(browser, address, figure)
        with streamlit(BARE, folder=folder, environment=named, options=BARE_OPTIONS) as bare:
            return first_sight.sight_lines(browser, ours, bare) + loading.lines(browser, address, bare)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(table(measured(Path(folder))))
