"""The slides of the hall's page, read from the page itself."""

from lxml import html

from tests.deck.forms.slides import Figure, SlideContent, note


def in_hall(body: bytes) -> list[SlideContent]:
    return [_section(one) for one in html.fromstring(body.decode()).find_class("slide")]


def words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _section(one: html.HtmlElement) -> SlideContent:
    (notes,) = one.find_class("notes")
    cited = tuple(note(" ".join(line.text_content().split()), line.get("data-row"))
                  for line in notes.iter("li") if line.get("data-printed"))  # fmt: skip
    notes.drop_tree()
    rows = tuple(tuple(_first_line(cell) for cell in row) for row in one.iter("tr") if row[0].tag == "td")
    figures = tuple(tuple(words(line) for line in figure.iter("p", "b"))
                    for part in one.find_class("figures") for figure in part.iter("li"))  # fmt: skip
    points = tuple(words(point) for part in one.find_class("points") for point in part.iter("p"))
    tiles = tuple((tile.text.strip(), words(tile.find("b"))) for tile in one.find_class("tile")
                  if tile.find("b") is not None)  # fmt: skip
    title = " ".join(one.find(".//h1").text_content().split())
    marks = tuple(_mark(mark) for mark in one.find_class("mark"))
    return SlideContent(title, words(one), rows, figures, points, tiles, cited, marks)


def _first_line(cell: html.HtmlElement) -> str:
    """The first line of a cell; what is smaller stands below it."""
    return " ".join("".join(cell.xpath("./text()|./i/following-sibling::text()")).split())


def _mark(mark: html.HtmlElement) -> Figure:
    """What a mark of the chart tells to those who hear it or point at it."""
    first, second, *_ = mark.get("aria-label").split("\n")
    head, _, shown = first.partition(": ")
    about, _, when = head.rpartition(", ")
    printed = second[second.index("“") + 1 : -1] if "“" in second else ""  # nothing, where the press was read
    return Figure(mark.get("data-row"), about, when, shown, printed)
