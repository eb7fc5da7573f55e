"""The names at the ends of the paths, pushed apart so that none covers another."""

from typing import Any

from healthplan.charts.paths import Paths
from healthplan.charts.setting import Row, Setting
from healthplan.model.height import value_height
from healthplan.theme import place_colour

LINE = 17.0  # pixels of one line of a label
GAP = 3.0


def labels(
    paths: dict[str, Paths], asked: list[Row], setting: Setting, low: float, high: float
) -> list[dict[str, Any]]:
    """Names at the right edge, in the order of the ends, pushed apart by their own height."""
    last = {place: max(path.drawn, key=lambda row: row["year"]) for place, path in paths.items() if path.drawn}
    if asked:
        last["VN"] = max(asked, key=lambda row: row["year"])
    pixels = setting.plot[1]
    scale = (high - low) / pixels
    texts = _fitting({place: setting.labels[place] for place in last}, pixels)
    wanted = [(value_height(last[place]) or low) / scale for place in texts]
    height = _height(texts)
    placed = spread(wanted, height, low / scale + height / 2, high / scale - height / 2)
    return [
        {
            "name": place,
            "xref": "paper",
            "x": 1.0,
            "xanchor": "left",
            "xshift": 6,
            "yref": "y",
            "y": position * scale,
            "yanchor": "middle",
            "showarrow": False,
            "align": "left",
            "font": {"size": 13, "color": setting.theme.ink},
            "text": _name(setting, place, texts[place]),
        }
        for place, position in zip(texts, placed, strict=True)
    ]


def _fitting(texts: dict[str, str], pixels: float) -> dict[str, str]:
    """The labels that have room below each other: all of them; else their first lines; else those of the
    nation and of the first places."""
    if len(texts) * _height(texts) > pixels:
        texts = {place: text.split("<br>")[0] for place, text in texts.items()}
    most = int(pixels / _height(texts)) if texts else 0
    kept = [*(["VN"] if "VN" in texts else []), *(place for place in texts if place != "VN")][:most]
    return {place: text for place, text in texts.items() if place in kept}


def _height(texts: dict[str, str]) -> float:
    """Pixels of one label: as many lines as the longest has."""
    return max((text.count("<br>") + 1 for text in texts.values()), default=1) * LINE + GAP


def _name(setting: Setting, place: str, text: str) -> str:
    mark, colour = "◆" if place == "VN" else "●", place_colour(setting.theme, place)
    return f'<span style="color:{colour}">{mark}</span> {text}'


def spread(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Positions as close to the wanted ones as can be, at least `gap` apart and between `low` and `high` if
    they fit.

    The order of the wanted positions is kept. Pooling of neighbours (isotonic regression), the usual exact
    answer.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    pools: list[tuple[float, int]] = []  # (sum of wanted minus offset, members)
    for rank, index in enumerate(order):
        pools.append((wanted[index] - rank * gap, 1))
        while len(pools) > 1 and pools[-2][0] / pools[-2][1] > pools[-1][0] / pools[-1][1]:
            total, members = pools.pop()
            pools[-1] = (pools[-1][0] + total, pools[-1][1] + members)
    flat = [total / members for total, members in pools for _ in range(members)]
    top = high - gap * (len(wanted) - 1)
    placed = [max(low, min(position, max(low, top))) + rank * gap for rank, position in enumerate(flat)]
    result = [0.0] * len(wanted)
    for rank, index in enumerate(order):
        result[index] = placed[rank]
    return result
