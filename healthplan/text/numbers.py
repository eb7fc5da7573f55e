"""Numbers and dates as a reader of each language writes them. One function each, half rounded up."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from healthplan.text import Lang

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
QUARTERS = ("I", "II", "III", "IV")
NO_BREAK = "\u00a0"
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")  # of the days that plans print


def number_text(value: float, lang: "Lang", decimals: int = 2) -> str:
    """98.4 as "98,4" or "98.4"; trailing zeros are dropped, thousands are grouped."""
    step = Decimal(1).scaleb(-decimals)
    rounded = Decimal(repr(round(float(value), 9))).quantize(step, rounding=ROUND_HALF_UP) + 0
    text = f"{rounded:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,")) if lang == "vi" else text


def amount(change: float, unit: str, lang: "Lang") -> str:
    """A yearly change with its sign and its unit: "+0,8 điểm %", "−0,6 percentage points"."""
    sign = "+" if change > 0 else "−" if change < 0 else ""
    return unbroken(f"{sign}{number_text(abs(change), lang)} {unit}".rstrip())


def unbroken(told: str) -> str:
    """A figure with its unit whose % never begins a line."""
    return told.replace(" %", f"{NO_BREAK}%")


def amounts(least: float, most: float, unit: str, lang: "Lang") -> str:
    """A yearly change that a range leaves open: "+0,65 đến +1,15 bác sĩ"; one change where both are alike."""
    if number_text(least, lang) == number_text(most, lang):
        return amount(least, unit, lang)
    first, last = sorted((least, most), key=abs)
    return f"{amount(first, '', lang)} {'đến' if lang == 'vi' else 'to'} {amount(last, unit, lang)}"


def day(when: date, lang: "Lang") -> str:
    """09/9/2025 and 05/01/2026 in Vietnamese, as offices write; 9 September 2025 in English."""
    if lang == "vi":
        month = f"{when.month:02d}" if when.month < 3 else str(when.month)
        return f"{when.day:02d}/{month}/{when.year}"
    return f"{when.day} {MONTHS[when.month - 1]} {when.year}"


def moment(when: datetime, lang: "Lang") -> str:
    """29/11/2026, 23:38: the day and the clock in Viet Nam, wherever it was written down."""
    there = when.astimezone(ZONE)
    return f"{day(there.date(), lang)}, {there:%H:%M}"


def period(code: str, lang: "Lang") -> str:
    """ "2025", "2025-09" and "2026-Q3" as "2025", "tháng 9/2025" and "quý III/2026" or in English."""
    year, _, part = code.partition("-")
    if not part:
        return year
    if part.startswith("Q"):
        return f"quý {QUARTERS[int(part[1:]) - 1]}/{year}" if lang == "vi" else f"{part} {year}"
    return f"tháng {int(part)}/{year}" if lang == "vi" else f"{MONTHS[int(part) - 1]} {year}"
