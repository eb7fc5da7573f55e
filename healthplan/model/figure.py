"""One number of a printed value: comma or dot, thousands or decimals, and whether the indicator can hold it.

What Excel leaves behind is asked about: the serial number of a day, a cell of per cent that lost its sign.
"""

import re
from datetime import date, timedelta

from healthplan.model.measure import Measure

DIGITS_MAX = 15  # more than a double holds, and than any figure of a plan has
SERIALS = range(30_000, 60_001)  # the days from 1982 to 2064 as Excel counts them
EXCEL_DAY_0 = date(1899, 12, 30)


class FigureRefused(Exception):
    """A piece of a printed value is at fault. `fault` names the sentence, `facts` fill it."""

    def __init__(self, fault: str, **facts: str) -> None:
        super().__init__(fault)
        self.fault = fault
        self.facts = facts


def number(text: str, measure: Measure, *, has_unit: bool) -> float:
    """A Vietnamese figure as a number: comma for decimals, dot for thousands ("1.000,5" is 1000.5).

    "1,000" and "95.500" can be thousands or decimals; they are read only where the indicator decides. Raises
    Refused.
    """
    if sum(letter.isdigit() for letter in text) > DIGITS_MAX:
        raise FigureRefused("value_too_long", part=text, most=str(DIGITS_MAX))
    if re.fullmatch(
        r"[0-9]+(?:,[0-9]{1,2}|,[0-9]{4,})?|0+,[0-9]{3}|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+"
        r"|[0-9]{1,3}(?:\.[0-9]{3}){2,}",
        text,
    ):
        return _plain_number(text)
    if re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", text):
        return _thousands_dot(text, measure)
    if re.fullmatch(r"[0-9]+,[0-9]{3}", text):
        return _three_decimals(text, measure, has_unit=has_unit)
    if re.fullmatch(r"[0-9]+\.[0-9]+", text):
        raise FigureRefused("value_decimal_dot")
    if re.fullmatch(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", text):
        raise FigureRefused("value_comma_thousands", part=text, cure=text.translate(str.maketrans(",.", ".,")))
    raise FigureRefused("value_number_form", part=text)


def is_plausible(value: float, text: str, measure: Measure, *, has_unit: bool) -> None:
    """Raises Refused for a number that the indicator cannot hold, or that looks like Excel's."""
    doubtful = not measure.takes(value) or (measure.scale != "count" and value == int(value))
    if not has_unit and doubtful and int(value) in SERIALS:  # a serial with decimals is a day and an hour
        when = EXCEL_DAY_0 + timedelta(days=int(value))
        raise FigureRefused("value_excel_serial", part=text, day=when.isoformat(), **_limits(measure))
    if not measure.takes(value):
        raise FigureRefused("value_out_of_range", part=text, **_limits(measure))
    if measure.is_share and not has_unit and 0 < value < 1:
        raise FigureRefused("value_percent_cell", part=text, percent=typed_text(value * 100))


def typed_text(value: float) -> str:
    """A number as a curator types it: every digit, a comma, no thousands sign."""
    return f"{value:.10g}".replace(".", ",")


def _plain_number(text: str) -> float:
    return float(text.replace(".", "").replace(",", "."))


def _limits(measure: Measure) -> dict[str, str]:
    ends = {"lowest": measure.lowest, "highest": measure.highest}
    told = {name: "…" if end is None else typed_text(end) for name, end in ends.items()}
    return told | {"unit": measure.units[0] if measure.units else ""}


def _thousands_dot(text: str, measure: Measure) -> float:
    """ "1.000" is thousands, as Vietnamese prints, for a count; for others where only that is plausible."""
    thousands, decimals = _plain_number(text), float(text)
    if measure.takes(thousands) and (measure.scale == "count" or not measure.takes(decimals)):
        return thousands
    raise _ambiguous(text, thousands, decimals, measure)


def _three_decimals(text: str, measure: Measure, *, has_unit: bool) -> float:
    """ "95,125%" is a decimal, because the unit is there and 95125 % is impossible; "1,000" is asked about:
    nobody prints three noughts behind a comma."""
    thousands, decimals = float(text.replace(",", "")), _plain_number(text)
    decided = has_unit and measure.takes(decimals) and not measure.takes(thousands)
    if decided and not text.endswith(",000"):
        return decimals
    raise _ambiguous(text, thousands, decimals, measure)


def _ambiguous(text: str, thousands: float, decimals: float, measure: Measure) -> FigureRefused:
    limits, told = _limits(measure), {"thousands": typed_text(thousands), "decimals": typed_text(decimals)}
    # With three decimals only its unit makes a figure certain.
    certain = told["decimals"] + (f" {limits['unit']}" if re.search(",[0-9]{3}$", told["decimals"]) else "")
    readings = ((thousands, told["thousands"]), (decimals, certain))
    cures = [cure for reading, cure in readings if measure.takes(reading)]
    return FigureRefused("value_ambiguous", part=text, cure=" · ".join(cures or told.values()), **told, **limits)
