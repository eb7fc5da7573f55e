"""A piece of the product's own work, which a worker imports by name."""

import os
from pathlib import Path

from healthplan.api.charts import CHARTS, choices_of
from healthplan.release.view import View
from healthplan.text import Lang
from healthplan.theme import THEMES
from healthplan.work.process import Tell


def draw(release: Path, _tell: Tell) -> int:
    """The worker's process, after it has drawn the largest chart of a release."""
    view = View(Lang.VI, THEMES["light"], release)
    assert CHARTS["rug"].picture(view, choices_of(view, "rug", "svg", {}))
    return os.getpid()
