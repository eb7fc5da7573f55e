"""Words on a picture: the faces, runs of one look, lines as wide as there is room."""

from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

from matplotlib.font_manager import FontProperties, get_font
from matplotlib.textpath import text_to_path

OURS = Path(__file__).parents[1] / "export" / "fonts"
FACES = {
    "regular": OURS / "BeVietnamPro_400Regular.ttf",
    "bold": OURS / "BeVietnamPro_600SemiBold.ttf",
    "shapes": OURS / "DejaVuSans_Shapes.ttf",  # shapes and arrows that our letters do not have
}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `weight` is the name of a face."""

    text: str
    size: float
    colour: str
    weight: str = "regular"


Line = list[Run]


def face(run: Run) -> FontProperties:
    """The face that a run is drawn in: a file, so that no font of the machine can take its place."""
    return FontProperties(fname=FACES[run.weight])


def width_of(line: Line) -> float:
    """How wide a line is, in pixels."""
    return sum(_width(run.text, run.weight, run.size) for run in line)


@lru_cache(maxsize=8192)
def _width(text: str, weight: str, size: float) -> float:
    properties = FontProperties(fname=FACES[weight], size=size)
    return text_to_path.get_text_width_height_descent(text, properties, ismath=False)[0]


@lru_cache(maxsize=4)
def _letters(weight: str) -> frozenset[int]:
    return frozenset(get_font(FACES[weight]).get_charmap())


def lines_of(html: str, size: float, colour: str, weight: str = "regular") -> list[Line]:
    """Words with the few tags that our charts use (b, i, span, br) as lines of runs."""
    reader = _Reader(Run("", size, colour, weight))
    reader.feed(html)
    reader.close()
    return reader.lines


def wrapped(line: Line, width: float) -> list[Line]:
    """A line broken between words so that no part is wider than `width`."""
    broken: list[Line] = [[]]
    for run in line:
        for word in run.text.replace(" ", " \0").split("\0"):  # each word keeps the space after it
            piece = replace(run, text=word)
            if broken[-1] and width_of([*broken[-1], replace(piece, text=word.rstrip())]) > width:
                broken.append([])
            broken[-1].append(piece)
    return [_joined(part) for part in broken]


def _joined(line: Line) -> Line:
    """Neighbours of one look as one run."""
    runs: Line = []
    for run in line:
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return runs


class _Reader(HTMLParser):
    """Reads tagged words into lines. What our letters lack becomes a run of its own."""

    def __init__(self, usual: Run) -> None:
        super().__init__()
        self.lines: list[Line] = [[]]
        self.looks = [usual]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A line break, or a new look until its tag is closed. Our letters have no slanted face."""
        if tag == "br":
            self.lines.append([])
            return
        look = replace(self.looks[-1], weight="bold") if tag in ("b", "i") else self.looks[-1]
        style = dict(part.split(":") for part in (dict(attrs).get("style") or "").split(";") if part)
        size = float(style.get("font-size", f"{look.size}px").removesuffix("px"))
        self.looks.append(replace(look, colour=style.get("color", look.colour), size=size))

    def handle_endtag(self, tag: str) -> None:
        """Back to the look before."""
        if tag != "br":
            self.looks.pop()

    def handle_data(self, data: str) -> None:
        """Words, letter by letter in a face that has them."""
        look = self.looks[-1]
        known = _letters(look.weight)
        letters = [
            replace(look, text=letter, weight=look.weight if ord(letter) in known else "shapes")
            for letter in data.replace("\n", " ")
        ]
        self.lines[-1] = _joined([*self.lines[-1], *letters])
