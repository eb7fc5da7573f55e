"""The verdicts of the screens, read from their HTML and from the charts in it."""

import json
import re
from collections.abc import Iterator

from lxml import html

from tests.agreement.statements import JUDGED, About, Statement, Verdict, Words, held
from tests.pages.screen_run import screen_run

SPOKEN = ("title", "aria-label", "alt")
LEGENDS = ("legend", "key")


class Screen:
    """One screen after its run, with what it tells. `homeless` are verdicts of which nobody knows the place
    or indicator, `loose` verdicts without law and year."""

    def __init__(self, words: Words, name: str, **address: str) -> None:
        app = screen_run(name, **address, lang=words.lang)
        assert not app.exception, (name, address, app.exception)
        self.words, self.where = words, "-".join([words.lang, name, *address.values()])
        self.about = About(address.get("place", ""), address.get("indicator", ""))
        self.statements: list[Statement] = []
        self.homeless: list[str] = []
        self.loose: list[str] = []
        self.markup = [element.proto.body for element in app.get("html")]
        self.figures = [json.loads(element.proto.spec) for element in app.get("plotly_chart")]
        self.alts = [element.proto.alt for element in app.get("plotly_chart") if hasattr(element.proto, "alt")]
        self.trees = [html.fragment_fromstring(body, create_parent="div") for body in self.markup]
        for tree in self.trees:
            self._read(tree)
        for figure in self.figures:
            for place, text in chart_labels(figure):
                self._take(text, About(place, self.about.indicator or self._opened()))

    def _opened(self) -> str:
        """The indicator of the finding that is opened, which the chart beside it shows."""
        found = [one.get("data-indicator") for tree in self.trees for one in tree.find_class("finding-opened")]
        return next(iter(found), "")

    def _read(self, tree: html.HtmlElement) -> None:
        for row in tree.xpath(".//tr[@data-year]"):
            self._table(row)
        for row in tree.xpath(".//tr[@data-row]"):
            self._data(row)
        for element in tree.iter():
            if not isinstance(element.tag, str) or apart(element):
                continue
            about = self._about(element)
            for text in texts(element):
                self._take(text, about)
            if "sign" in element.get("class", "").split() and not in_legend(element):
                self._sign(element)

    def _take(self, text: str, about: About) -> None:
        for verdict in self.words.verdicts(text):
            if held(about):
                self.statements.append(Statement(about, verdict, self.where))
            else:
                self.homeless.append(f"{self.where}: {text}")
        self.loose += [f"{self.where}: {text}" for _ in self.words.loose(text)]

    def _sign(self, element: html.HtmlElement) -> None:
        """The shape of a verdict stands before its words, with law and year."""
        judged = [one for one in JUDGED if f"sign-{one}" in element.get("class").split()]
        told = self.words.verdicts(element.getparent().text_content())
        if judged and judged[0] not in {verdict.word for verdict in told}:
            self.loose.append(f"{self.where}: {element.getparent().text_content()}")

    def _table(self, row: html.HtmlElement) -> None:
        """A row of the table of verdicts: a benchmark, and the word for each place."""
        (small,) = row.xpath("./th/small")
        law = re.sub(r" \(.*\)", "", small.text_content())
        for cell in row.xpath("./td[.//span[contains(@class,'sign')]]"):
            about = About(cell.get("data-place"), row.get("data-indicator"))
            word = self.words.long[" ".join(cell.text_content().split())]
            verdict = Verdict(self.words.laws[law], int(row.get("data-year")), word)
            self.statements.append(Statement(about, verdict, self.where))

    def _data(self, row: html.HtmlElement) -> None:
        """A row of the Data screen: a column for each part of a verdict, and its sentence."""
        say = self.words.view.say
        cells = {cell.get("data-label"): cell.text_content() for cell in row.xpath("./td[@data-label]")}
        named = {
            key: cells.get(say(f"data_column_{key}"), "") for key in ("place", "indicator", "verdict", "year", "law")
        }
        about = About(self.words.places.get(named["place"], ""), self.words.indicators.get(named["indicator"], ""))
        if named["law"] in self.words.laws and named["verdict"]:
            verdict = Verdict(self.words.laws[named["law"]], int(named["year"]), self.words.long[named["verdict"]])
            self.statements.append(Statement(about, verdict, self.where))
            cells.pop(say("data_column_verdict"))
        for text in cells.values():
            self._take(text, about)

    def _about(self, element: html.HtmlElement) -> About:
        """The nearest place and indicator around an element; else those of the address."""
        near = {
            name: next(iter(element.xpath(f"ancestor-or-self::*[@data-{name}][1]/@data-{name}")), "")
            for name in ("place", "indicator")
        }
        return About(near["place"] or self.about.place, near["indicator"] or self.about.indicator)


def apart(element: html.HtmlElement) -> bool:
    """Whether an element stands in a table that is read row by row, or in a legend."""
    rows = element.xpath("ancestor-or-self::tr[@data-row] | ancestor-or-self::tr[@data-year]//td//span")
    return bool(rows) or element.tag in ("style", "script") or in_legend(element)


def in_legend(element: html.HtmlElement) -> bool:
    return bool(element.xpath("ancestor-or-self::ul[@class='legend']"))


def texts(element: html.HtmlElement) -> Iterator[str]:
    """What an element says itself: its words, and those that are heard or shown under the pointer."""
    yield from (element.get(name) for name in SPOKEN if element.get(name))
    yield from (text for text in element.xpath("./text()") if text.strip())


def chart_labels(figure: dict) -> Iterator[tuple[str, str]]:
    """Place and words of each label at the end of a path."""
    for note in figure["layout"].get("annotations", ()):
        yield note["name"], re.sub(r"<[^>]+>", " ", note["text"].replace("&nbsp;", " "))
