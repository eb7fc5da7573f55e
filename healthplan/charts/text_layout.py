"""Words on a picture: the faces, runs of one look, lines as wide as there is room."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import lru_cache
from html.parser import HTMLParser
from itertools import groupby

from healthplan.text.letters import BOLD, ELLIPSIS, OTHER, REGULAR, letters_of, widths_of, writable_text

BASELINE = 0.35  # of the size of letters: how far below the middle of a line
FACES = {
    "regular": REGULAR,
    "bold": BOLD,
    "italic": BOLD,  # slanted where it is text; our letters have no such face
    "slanted": BOLD,  # the sheet slants it
    "shapes": OTHER,  # shapes, arrows and letters that our face does not have
}


@dataclass(frozen=True, slots=True)
class TextRun:
    """Words of one look. `weight` is the name of a face."""

    text: str
    size: float
    colour: str
    weight: str = "regular"


Line = list[TextRun]
MOST_LINES = 12  # of one entry
EM = 1.0  # width of a letter that a face lacks, over its size
LONGEST = 400  # letters that are looked at for one line; no sheet is wider


def width_of(line: Line) -> float:
    """How wide a line is, in pixels."""
    return sum(_width(run.text, run.weight, run.size) for run in line)


@lru_cache(maxsize=8192)
def _width(text: str, weight: str, size: float) -> float:
    widths = widths_of(FACES[weight])
    return size * sum(widths.get(letter, EM) for letter in text)


def text_lines(html: str, size: float, colour: str, weight: str = "regular") -> list[Line]:
    """Words with the few tags that our charts use (b, i, span, br) as lines of runs."""
    reader = _MarkupReader(TextRun("", size, colour, weight))
    reader.feed(html)
    reader.close()
    return reader.lines


def wrapped_lines(line: Line, width: float, most: int = MOST_LINES) -> list[Line]:
    """A line broken between words so that no part is wider than `width`; a word that is wider is broken, too.
    What does not fit into `most` parts is left out, and three dots say so."""
    broken: list[Line] = [[]]
    for word in (piece for whole in _words(line) for piece in _pieces(whole, width)):
        if broken[-1] and width_of([*broken[-1], *trimmed_line(word)]) > width:
            if len(broken) == most:
                broken[-1] = shortened_line([*broken[-1], *word], width)
                break
            broken.append([])
        broken[-1] += word
    return [_joined(part) for part in broken]


def shortened_line(line: Line, width: float) -> Line:
    """A line that is no wider than `width`, with three dots where something was left out."""
    if width_of(line) <= width:
        return line
    kept: Line = []
    for run in line:
        dots = replace(run, text=ELLIPSIS)
        if width_of([*kept, run, dots]) > width:
            letters = _fitting_text(run, width - width_of([*kept, dots]))
            return [*kept, replace(run, text=letters.rstrip() + ELLIPSIS)]
        kept.append(run)
    return kept


def trimmed_line(line: Line) -> Line:
    """A line without the space at its end."""
    return [*line[:-1], *(replace(run, text=run.text.rstrip(" ")) for run in line[-1:])]


def _pieces(word: Line, width: float) -> list[Line]:
    """A word, or the pieces of one that is wider than a whole line."""
    if width_of(trimmed_line(word)) <= width:
        return [word]
    pieces: list[Line] = []
    for run in word:
        rest = run.text
        while rest:
            letters = _fitting_text(replace(run, text=rest), width) or rest[0]
            pieces.append([replace(run, text=letters)])
            rest = rest[len(letters) :]
    return pieces


def _fitting_text(run: TextRun, width: float) -> str:
    """As many of a run's first letters as there is room for."""
    most = bisect_right(
        range(1, min(len(run.text), LONGEST) + 1),
        width,
        key=lambda count: width_of([replace(run, text=run.text[:count])]),
    )
    return run.text[:most]


def _words(line: Line) -> list[Line]:
    """Each word with the space after it; a word may have several looks."""
    words: list[Line] = []
    for run in line:
        for text in filter(None, run.text.replace(" ", " \0").split("\0")):
            if not words or words[-1][-1].text.endswith(" "):
                words.append([])
            words[-1].append(replace(run, text=text))
    return words


def balanced_lines(line: Line, width: float, most: int = MOST_LINES) -> list[Line]:
    """A line broken into as few parts as `width` asks for, all of them about as wide; for that no word is
    broken."""
    parts = [trimmed_line(part) for part in wrapped_lines(line, width, most)]
    widest = max((width_of(trimmed_line(word)) for word in _words(line)), default=0)
    while len(parts) < most:
        closer = max(width_of(part) for part in parts) - 1
        if closer < widest:
            break
        narrower = [trimmed_line(part) for part in wrapped_lines(line, closer)]
        if len(narrower) > len(parts) or max(width_of(part) for part in narrower) > closer:
            break
        parts = narrower
    return parts


def _joined(line: Line) -> Line:
    """Neighbours of one look as one run."""
    runs: Line = []
    for run in line:
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return runs


class _MarkupReader(HTMLParser):
    """Reads tagged words into lines. What our letters lack becomes a run of its own."""

    def __init__(self, usual: TextRun) -> None:
        super().__init__()
        self.lines: list[Line] = [[]]
        self.looks = [usual]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A line break, or a new look until its tag is closed."""
        if tag == "br":
            self.lines.append([])
            return
        look = self.looks[-1]
        look = replace(look, weight={"b": "bold", "i": "italic"}.get(tag, look.weight))
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
        told = writable_text(data.replace("\n", " "))
        known = letters_of(FACES[look.weight])
        runs = [
            replace(look, text="".join(letters), weight=look.weight if ours else "shapes")
            for ours, letters in groupby(told, key=lambda letter: ord(letter) in known)
        ]
        self.lines[-1] = _joined([*self.lines[-1], *runs])
