"""`python -m tests.bench`: one table from one run. Starts and stops both servers; always ends with 0."""

import os
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench import building, interaction, loading
from tests.bench.figures import Line, table
from tests.browser.chromium import chromium
from tests.browser.server import built_copy, serve, streamlit

BARE = Path(__file__).with_name("bare.py")
BARE_OPTIONS = ("--server.headless", "true", "--browser.gatherUsageStats", "false")


def measured(folder: Path) -> list[Line]:
    """Every line; browser and both servers run only as long as they are needed."""
    data, figure = built_copy(folder / "data"), folder / "figure.json"
    with ExitStack() as running:
        browser = running.enter_context(chromium())
        ours = running.enter_context(serve(data))
        loading.keep_figure(browser, f"{ours}/trajectories", figure)
        named = {**os.environ, "BENCH_FIGURE": str(figure)}
        bare = running.enter_context(streamlit(BARE, folder=folder, environment=named, options=BARE_OPTIONS))
        found = loading.lines(browser, f"{ours}/trajectories", bare)
        found += interaction.lines(browser, ours)
    return found + building.lines(data)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        print(table(measured(Path(folder))))
