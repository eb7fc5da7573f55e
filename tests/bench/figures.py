"""One line of the table: what was measured, ours and bare, and the bound it must keep."""

from dataclasses import dataclass
from statistics import median

COLUMNS = "{:<52} {:>10} {:>10} {:>7} {:>9}  {}"
HEAD = COLUMNS.format("median of one run", "ours", "bare", "ratio", "bound", "")


@dataclass(frozen=True, slots=True)
class Line:
    """`bound` is for ours / bare; with `absolute` it is for ours alone. None: told, not judged."""

    name: str
    unit: str
    ours: list[float]
    bare: list[float]
    bound: float | None
    absolute: bool = False

    @property
    def value(self) -> float:
        return median(self.ours)

    @property
    def ratio(self) -> float | None:
        return self.value / median(self.bare) if self.bare else None

    @property
    def kept(self) -> bool | None:
        """Whether the bound is kept; None when there is no bound."""
        judged = self.value if self.absolute else self.ratio
        return None if self.bound is None or judged is None else judged <= self.bound

    def __str__(self) -> str:
        return COLUMNS.format(
            f"{self.name} (n={len(self.ours)})",
            self._figure(self.value),
            self._figure(self._bare()),
            "-" if self.ratio is None else f"{self.ratio:.2f}",
            self._bound(),
            {True: "ok", False: "over", None: ""}[self.kept],
        ).rstrip()

    def _bare(self) -> float | None:
        return median(self.bare) if self.bare else None

    def _figure(self, value: float | None) -> str:
        if value is None:
            return "-"
        return f"{value:.{2 if self.unit == 'MB' else 0}f} {self.unit}"

    def _bound(self) -> str:
        if self.bound is None:
            return "-"
        return f"{self.bound:g} {self.unit}" if self.absolute else f"{self.bound:g} x"


def table(lines: list[Line]) -> str:
    """All lines, and how many bounds were kept."""
    judged = [line.kept for line in lines if line.kept is not None]
    return "\n".join([HEAD, *map(str, lines), f"{sum(judged)} of {len(judged)} bounds kept"])
