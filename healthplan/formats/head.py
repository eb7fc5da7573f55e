"""What every file says about itself: which release, which dataset, what was asked, how much of it is here."""

from dataclasses import dataclass

from healthplan.text import Lang, say


@dataclass(frozen=True, slots=True)
class Head:
    """`asked` are pairs such as ("place", "11,12"); `total` counts all rows, `offset` those before the
    first."""

    release: str
    data_date: str
    dataset: str
    asked: tuple[tuple[str, str], ...]
    total: int
    offset: int = 0

    @property
    def facts(self) -> dict[str, str]:
        """The head as pairs of plain texts, for metadata."""
        return {
            "product": f"{say(Lang.VI, 'product')} · {say(Lang.EN, 'product')}",
            "release": self.release,
            "dataset": self.dataset,
            "filters": "; ".join(f"{name}={value}" for name, value in self.asked),
            "total": str(self.total),
            "offset": str(self.offset),
            "sources": say(Lang.EN, "take_sources"),
            "licence": say(Lang.EN, "take_licence"),
        }


def dataset_file_name(dataset: str, release: str, ending: str) -> str:
    """ "roadmap-72-goals-2026-11-24-32d47ee50a20.csv": a file that is sent on still names its release."""
    return f"roadmap-72-{dataset}-{release.removeprefix('release-')}.{ending}"
