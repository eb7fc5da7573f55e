"""`python -m tests.browser.pictures`: the pictures of README.md, taken anew from the data as they are."""

import tempfile
from pathlib import Path

from tests.browser.chromium import chromium, room
from tests.browser.server import ROOT, built_copy, serve
from tests.browser.visit import visiting

PICTURES = {"home.png": ("/?place=11", 900), "trajectories.png": ("/trajectories", 900), "review.png": ("/review", 900)}


def take(folder: Path) -> None:
    """Every picture, 1440 wide and as high as its subject, light, in Vietnamese."""
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as data, serve(built_copy(Path(data) / "data")) as origin, chromium() as browser:
        page = room(browser).new_page()
        for name, (address, height) in PICTURES.items():
            page.set_viewport_size({"width": 1440, "height": height})
            with visiting(page, origin) as visit:
                visit.open(address).page.screenshot(path=folder / name, animations="disabled")
            print(folder / name)


if __name__ == "__main__":
    take(ROOT / "docs")
