"""The verdicts of decks and briefs, read from what stands on their pages."""

from collections.abc import Iterator
from datetime import date
from urllib.parse import parse_qs, urlsplit

from healthplan.deck.deck import Deck, Slide
from healthplan.deck.slide import Page
from healthplan.print.brief import brief_facts
from tests.agreement.screens import chart_labels
from tests.agreement.statements import JUDGED, About, Statement, Words, held

DAY = date(2026, 11, 28)  # from which the brief counts


class Paged:
    """What a deck or a brief tells; `loose` are verdicts without law, year, place or indicator."""

    def __init__(self, words: Words, where: str) -> None:
        self.words, self.where = words, where
        self.statements: list[Statement] = []
        self.loose: list[str] = []

    def take(self, text: str, about: About) -> None:
        """The verdicts of a text about something; its own words may name whom and what."""
        named, rest = self.words.named(text)
        if named.place:
            about, text = About(named.place, named.indicator or about.indicator), rest
        for verdict in self.words.verdicts(text):
            if held(about):
                self.statements.append(Statement(about, verdict, self.where))
            else:
                self.loose.append(f"{self.where}: {text}")
        self.loose += [f"{self.where}: {text}" for _ in self.words.loose(text)]


def read_deck(words: Words, deck: Deck, pages: tuple[Page, ...]) -> Paged:
    """Everything that is said on the slides and in their notes."""
    told = Paged(words, f"{words.lang}-deck-{deck.ready}-{','.join(deck.places)}")
    for slide, page in zip(deck.slides, pages, strict=True):
        _read_page(told, deck, slide, page)
    return told


def _read_page(told: Paged, deck: Deck, slide: Slide, page: Page) -> None:
    linked = parse_qs(urlsplit(page.link).query)  # a slide may choose what it is about: its link says so
    indicator = slide.indicator or linked.get("indicator", [""])[0]
    places = linked.get("places", [",".join(deck.places)])[0]
    about = About("" if "," in places else places, indicator)
    for text in (page.title, page.lead, page.source, *page.words, *page.notes):
        told.take(text, about)
    for place, text in chart_labels(page.trend.figure) if page.trend else ():
        told.take(text, About(place, indicator))
    if page.table:
        for cell, about in _cells(told.words, page):
            told.take(cell.text, about)
            told.take(cell.small, about)
            signed = {verdict.word for verdict in told.words.verdicts(cell.small)}
            if cell.sign in JUDGED and cell.sign not in signed:
                told.loose.append(f"{told.where}: {cell}")


def _cells(words: Words, page: Page) -> Iterator[tuple]:
    """The cells of a table; a column is about the place in its head, a row about what its cells name."""
    for row in page.table.rows:
        for head, cell in zip(page.table.head, row, strict=True):
            named = [words.indicators.get(other.text, "") for other in row]
            place = words.places.get(head, "") or next((one.place for one in row if one.place), "")
            yield cell, About(place, next(filter(None, named), ""))


def read_brief(words: Words, place: str) -> tuple[Paged, dict]:
    """The pages of a place, and the facts that they are printed from."""
    facts = brief_facts(words.view, place, "http://localhost/", DAY)
    told = Paged(words, f"{words.lang}-brief-{place}")
    for sentence in facts["lead"]:
        told.take(sentence, About(place))
    for row in facts["findings"]["rows"]:
        told.take(row["sentence"], About(place, words.indicators.get(row["about"], "")))
    for chart in facts["charts"]["rows"]:
        told.take(chart["note"], About(place, words.indicators[chart["name"]]))
    for row in facts["goals"]["rows"]:
        about = About(place, words.indicators[row["name"]])
        told.take(row["word"], about)
        signed = {verdict.word for verdict in words.verdicts(row["word"])}
        if row["sign"] in JUDGED and row["sign"] not in signed:
            told.loose.append(f"{told.where}: {row}")
    return told, facts
