"""What an indicator can hold: the units that may stand beside its figures, its lowest and highest plausible
figure."""

import re
import unicodedata
from dataclasses import dataclass

IN_WORDS = ("word", "grade")  # scales without figures
# One spelling for each way to print a unit; the order matters.
SPELLINGS = (
    ("sỹ", "sĩ"),
    ("％", "%"),
    ("phần trăm", "%"),
    (r" ?(?:/| trên | mỗi ) ?", "/"),
    (r"/(?:0?1|một) (?=\D)", "/"),
    (r"/(?:10[. ]?000|(?:10|mười) (?:nghìn|ngàn)) ", "/vạn "),
    (" %", "%"),
)


def plain_form(text: str) -> str:
    """The text with one spelling for each letter, dash and space, in lower case."""
    text = unicodedata.normalize("NFC", text).replace("Ð", "Đ").replace("\u00a0", " ")
    return re.sub(r"\s+", " ", re.sub("[–—−‐‑‒―－﹣]", "-", text)).strip().lower()


def unit_form(text: str) -> str:
    """A unit as it is compared: "Bác sỹ / 10.000 dân" and "bác sĩ trên vạn dân" are one."""
    text = f" {plain_form(text)} "
    for pattern, form in SPELLINGS:
        text = re.sub(pattern, form, text)
    return text.strip()


@dataclass(frozen=True, slots=True)
class Measure:
    """What the figures of one indicator can be, both ends included, in its unit. `units` None: any unit; a
    limit of None: no limit. `scale` is the column of indicators.csv."""

    units: tuple[str, ...] | None = None
    lowest: float | None = None
    highest: float | None = None
    scale: str = "count"

    def takes_unit(self, unit: str) -> bool:
        """Whether the unit is one of the indicator's; no unit is always right."""
        if not unit:
            return True
        if self.units is None:
            return re.fullmatch(r"%?(?:[^\W\d_]|[ /])*", unit) is not None
        form, known = unit_form(unit), {unit_form(one) for one in self.units}
        # "19/10.000 dân" leaves out what is counted.
        return form in known or (form.startswith("/") and any(one.endswith(form) for one in known))

    def takes(self, number: float) -> bool:
        """Whether the number is plausible."""
        above = self.lowest is None or number >= self.lowest
        return above and (self.highest is None or number <= self.highest)

    @property
    def is_share(self) -> bool:
        """Whether figures are per cent."""
        return self.units is not None and "%" in self.units

    @property
    def takes_everybody(self) -> bool:
        """Whether "toàn dân" can be a value: it is 100 %, and neither centimetres nor doctors."""
        return self.units is None or self.is_share or self.in_words

    @property
    def in_words(self) -> bool:
        """Whether the indicator has no figures at all: goals in words, grades."""
        return self.scale in IN_WORDS


ANYTHING = Measure()
