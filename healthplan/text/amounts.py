"""How much is missing, and how long there is, as people say it: "2 đến 4 bác sĩ mỗi trạm", "hơn 5 điểm %",
"4 năm 1 tháng"."""

from typing import Protocol

from healthplan.text import Lang, say
from healthplan.text.figures import SIGNS
from healthplan.text.numbers import number_text, unbroken

DECIMALS = 2
MORE_DECIMALS = 6  # where two would say 0 of what is not 0


class Amount(Protocol):
    """Numbers from low to high, one of which may be open, as `healthplan.model.value.Interval` has them."""

    @property
    def kind(self) -> str:
        """The name of its shape."""

    @property
    def low(self) -> float | None:
        """Its lower end."""

    @property
    def high(self) -> float | None:
        """Its upper end."""

    @property
    def about(self) -> bool:
        """Whether it is approximate."""


def is_hair(amount: Amount) -> bool:
    """Whether all that is known is that something is missing: 95 to a goal of "above 95"."""
    return amount.kind == "more_than" and amount.low == 0


def amount_words(amount: Amount, unit: str, lang: Lang) -> str:
    """An amount of at least 0 with its unit: a range stays a range, a bound a bound. Of a hair a word without
    a number."""
    if is_hair(amount):
        return say(lang, "amount_hair")
    ends = {name: _number(end, lang) for name, end in (("low", amount.low), ("high", amount.high)) if end is not None}
    words = unbroken(say(lang, f"amount_{amount.kind}", unit=unit, **ends).strip())
    return say(lang, "about_figure", figure=words) if amount.about else words


def amount_figure(amount: Amount, lang: Lang) -> str:
    """An amount as a figure without its unit: "2-3", "> 8,87"; of a hair the word."""
    if is_hair(amount):
        return say(lang, "amount_hair")
    ends = [_number(end, lang) for end in (amount.low, amount.high) if end is not None]
    told = SIGNS.get(amount.kind, "") + "-".join(dict.fromkeys(ends))
    return say(lang, "about_figure", figure=told) if amount.about else told


def months_words(months: int, lang: Lang) -> str:
    """A number of months in years and months."""
    years, rest = divmod(months, 12)
    parts = [
        say(lang, f"{name}_one" if count == 1 else f"{name}_many", count=str(count))
        for name, count in (("span_year", years), ("span_month", rest))
        if count
    ]
    return " ".join(parts)


def _number(value: float, lang: Lang) -> str:
    told = number_text(value, lang, DECIMALS)
    return number_text(value, lang, MORE_DECIMALS) if value and told == "0" else told
