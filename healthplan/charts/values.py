"""The values that are written beside their marks: where a path begins, turns and ends, the milestone before its
end, and what the nation asks; each once, and none over another or over a mark."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import Any

from healthplan.charts.marks import BOUNDS_DOWN, BOUNDS_UP
from healthplan.charts.paths import Paths
from healthplan.charts.setting import LETTER, Row, Setting
from healthplan.model.height import value_height

SIZE, PHONE_SIZE = 12, 11  # of the letters
MARK, ARROW = 5.0, 15.0  # pixels from the middle of a mark to its edge, and to the end of its arrow
CELL = 4  # pixels: a word takes whole cells of the plot, and begins so far from its mark
MOST = 12  # paths with written values; more have them under the pointer and in the table
SIDES = ("top right", "bottom right", "top left", "bottom left")
TURN = 2.0  # how many times as steep as before it, or after it, a path is where it turns

Cells = set[tuple[int, int]]


def written_values(
    paths: dict[str, Paths], asked: list[Row], setting: Setting, ends: tuple[float, float]
) -> list[dict[str, Any]]:
    """One trace of words a place, the nation first. `ends` are those of the scale."""
    page = _Page(setting, ends)
    few = len(paths) <= MOST
    for row in (*asked, *(row for path in paths.values() for row in path.drawn if few or not row["month"])):
        page.take_mark(row)
    for path in paths.values():
        for run in (*path.stretches, *map(list, path.gaps), *(path.teeth if few else ())):
            page.take_line(run)
    wanted = {"VN": _asked_words(asked, setting)}
    if few:
        for place, path in paths.items():
            wanted.setdefault(place, []).extend((row, row["shown"]) for row in telling_points(path))
    traces, said = [], set[tuple[float, str]]()
    for place, rows in wanted.items():
        placed = []
        for row, words in rows:
            if (row["x"], row["shown"]) not in said:
                said.add((row["x"], row["shown"]))
                placed += [(row, words, side) for side in page.side_of(row, words)]
        if placed:
            traces.append(words_beside(placed, setting) | {"legendgroup": place})
    return traces


def telling_points(path: Paths) -> list[Row]:
    """The points of a path that matter: its end, its beginning, the milestone before the end, its turns; or, of
    reported values, the newest."""
    stated = {row["year"]: row for row in (*path.text, *path.table) if value_height(row) is not None}
    points = [stated[year] for year in sorted(stated)]
    turns = [
        here
        for before, here, after in zip(points, points[1:], points[2:], strict=False)
        if _turns(*(_slope(one, other) for one, other in pairwise((before, here, after))))
    ]
    chosen = [*points[-1:], *points[:1], *points[-2:-1], *turns, *([path.newest] if path.newest else [])]
    return list({row["row"]: row for row in chosen}.values())


def _slope(one: Row, other: Row) -> float:
    years: int = other["year"] - one["year"]
    return ((value_height(other) or 0.0) - (value_height(one) or 0.0)) / years


def _turns(before: float, after: float) -> bool:
    steep, flat = max(abs(before), abs(after)), min(abs(before), abs(after))
    return before * after < 0 or (steep > 0 and steep >= TURN * flat)


def _asked_words(asked: list[Row], setting: Setting) -> list[tuple[Row, str]]:
    """The nation's goals, each with its laws: one for each year and value, the last years first."""
    spots: dict[tuple[int, float | None], list[Row]] = {}
    for row in reversed(asked):
        spots.setdefault((row["year"], value_height(row)), []).append(row)
    return [
        (rows[0], rows[0]["shown"] if setting.phone else f"{rows[0]['shown']} · {_laws(rows)}")
        for rows in spots.values()
    ]


def _laws(rows: list[Row]) -> str:
    return ", ".join(dict.fromkeys(row["law"] for row in reversed(rows)))


class _Page:
    """The plot in cells, and which of them are taken."""

    def __init__(self, setting: Setting, ends: tuple[float, float]) -> None:
        self.plot, self.start, self.year, self.ends = setting.plot, setting.span[0], setting.year, ends
        self.size = PHONE_SIZE if setting.phone else SIZE
        self.taken = Cells()

    def point(self, row: Row, height: float | None = None) -> tuple[float, float]:
        """The pixel of a value, from the upper left corner."""
        low, high = self.ends
        value = value_height(row) if height is None else height
        across = (row["x"] - self.start) * self.year
        return across, (high - (value or 0.0)) / (high - low) * self.plot[1]

    def take_mark(self, row: Row) -> None:
        """Nothing is written over a mark, nor over its arrow or the whole of a range."""
        heights = (row["low"], row["high"]) if row["kind"] == "range" else (None,)
        spots = [self.point(row, height) for height in heights]
        (x, lower), (_, upper) = spots[0], spots[-1]
        up, down = (ARROW if row["kind"] in kinds else MARK for kinds in (BOUNDS_UP, BOUNDS_DOWN))
        half = 1.0 if row["kind"] == "range" else MARK - CELL / 2
        self.taken |= set(_cells(x - half, x + half, upper - up, lower + down))

    def take_line(self, run: list[Row]) -> None:
        """Nor over a path."""
        for one, other in pairwise(run):
            (x, y), (right, end) = self.point(one), self.point(other)
            steps = max(ceil(max(right - x, abs(end - y)) / CELL), 1)
            self.taken |= {
                (int(x + (right - x) * at / steps) // CELL, int(y + (end - y) * at / steps) // CELL)
                for at in range(steps + 1)
            }

    def side_of(self, row: Row, words: str) -> Iterator[str]:
        """The first side of a value with room for its words, which takes it; none where there is no room."""
        x, y = self.point(row)
        wide, (most_x, most_y) = len(words) * LETTER * self.size / SIZE, self.plot
        for side in SIDES:
            left = x + MARK if side.endswith("right") else x - MARK - wide
            top = y - MARK - CELL - self.size if side.startswith("top") else y + MARK + CELL
            cells = set(_cells(left, left + wide, top, top + self.size))
            inside = left >= 0 and left + wide <= most_x and top >= 0 and top + self.size <= most_y
            if inside and self.taken.isdisjoint(cells):
                self.taken |= cells
                yield side
                return


def _cells(left: float, right: float, top: float, bottom: float) -> Iterator[tuple[int, int]]:
    return (
        (across, down)
        for across in range(int(left) // CELL, int(right) // CELL + 1)
        for down in range(int(top) // CELL, int(bottom) // CELL + 1)
    )


def words_beside(placed: list[tuple[Row, str, str]], setting: Setting) -> dict[str, Any]:
    """Words, each beside its mark on the side that is told."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "x": [row["x"] for row, _, _ in placed],
        "y": [value_height(row) for row, _, _ in placed],
        "marker": {"symbol": "circle", "size": 9, "color": "rgba(0,0,0,0)"},
        "text": [words for _, words, _ in placed],
        "textposition": [side for _, _, side in placed],
        "textfont": {"size": PHONE_SIZE if setting.phone else SIZE, "color": setting.theme.muted},
    }
