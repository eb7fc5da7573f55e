"""The files that hold the rows of the explorer, and how many rows each kind of file can hold."""

from healthplan.formats import xlsx_file
from healthplan.release.view import View
from healthplan.subjects.datasets.queries import MOST, USUAL
from pages.data.exploration import Exploration

HOLDS = {"csv": MOST, "xlsx": xlsx_file.MOST, "parquet": MOST, "json": MOST}


def files(view: View, picked: Exploration, count: int) -> list[dict[str, str]]:
    """Each file by name with its address; with how many rows it can hold instead, where there are more."""
    return [
        {"name": view.say(f"take_{ending}"), "most": view.number(most), "address": ""}
        if count > most
        else {"name": view.say(f"take_{ending}"), "most": "", "address": _address(view, picked, ending, count)}
        for ending, most in HOLDS.items()
    ]


def _address(view: View, picked: Exploration, ending: str, count: int) -> str:
    """JSON comes in pages unless a program says how many rows it wants."""
    whole = {"limit": str(count)} if ending == "json" and count > USUAL else {}
    query = picked.query(**view.pin, **whole)
    return f"api/v1/{picked.dataset.name}.{ending}" + (f"?{query}" if query else "")
