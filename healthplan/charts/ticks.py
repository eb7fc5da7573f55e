"""The ticks of a figure, found once and kept in it: on a screen, in a hall, on paper, in a picture and in
PowerPoint it has its gridlines at the same values."""

from math import ceil, floor, log10
from typing import Any

from healthplan.charts.setting import Setting
from healthplan.text import Lang
from healthplan.text.numbers import number_text

STEPS = (1, 2, 5, 10)
SHORT = 12  # years of a span that has a tick for each
TICK = 36  # pixels that the name of a year takes
MANY, FEW = 7, 4  # ticks of a scale at most, and of that of a small chart
DECIMALS = 2  # of a tick, where its step asks for no more


def round_values(low: float, high: float, most: int) -> list[float]:
    """Round values between the ends, both among them: at most `most`, and at least two. There is none where
    the ends are one."""
    if high <= low:
        return []
    rough = (high - low) / most
    power = 10.0 ** floor(log10(rough))
    steps = [step * power for step in (*STEPS, STEPS[1] * STEPS[-1])]
    at = next(at for at, step in enumerate(steps) if step >= rough * (1 - 1e-9))
    found = _multiples(low, high, steps[at])
    return found if len(found) > 1 else _multiples(low, high, steps[at] / 2)


def _multiples(low: float, high: float, step: float) -> list[float]:
    """The multiples of a step between the ends."""
    slack = step * 1e-9
    first, last = ceil((low - slack) / step), floor((high + slack) / step)
    return [round(at * step, 9) + 0.0 for at in range(first, last + 1)]


def value_ticks(low: float, high: float, setting: Setting) -> dict[str, Any]:
    """The ticks of the scale: the steps of a grading by name, or round numbers as the reader writes them."""
    if setting.grades:
        steps = sorted(setting.grades)
        names = [setting.grades[step].replace(", ", ",<br>") for step in steps]
        return {"tickvals": steps, "ticktext": names, "tickfont": {"size": 11}}
    values = round_values(low, high, FEW if setting.small else MANY)
    suffix = " %" if setting.percent and not setting.small else ""
    step = values[1] - values[0] if len(values) > 1 else 1.0
    decimals = max(DECIMALS, ceil(-log10(step) - 1e-9))
    texts = [number_text(value, Lang(setting.lang), decimals) + suffix for value in values]
    return {"tickvals": values, "ticktext": texts}


def year_ticks(setting: Setting) -> dict[str, Any]:
    """Every year of a short span, every second or fifth of a long one, as the width allows, counted back from its
    end; only the ends of a small chart."""
    (start, end), muted = setting.years, setting.theme.muted
    if setting.small:
        years, size = [start, end], 11
    else:
        room = TICK / setting.year
        every = next(step for step in (1, 2, 5, 10, 20) if step >= room and (step > 2 or end - start <= SHORT))
        years, size = [year for year in range(start, end + 1) if (end - year) % every == 0], 12
    return {
        "tickvals": years,
        "ticktext": [str(year) for year in years],
        "tickangle": 0,
        "tickfont": {"size": size, "color": muted},
    }
