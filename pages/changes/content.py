"""What each publication changed, the newest first, and where to follow it."""

from urllib.parse import urljoin

from healthplan.formats.atom_feed import AHEAD, feed_address
from healthplan.parameters.parameter import Choices
from healthplan.release.view import View
from healthplan.subjects.changes.publications import INDICATOR, PARAMETERS, PLACE, Publication, publications
from healthplan.subjects.changes.words import move_words, scores
from healthplan.subjects.reports.month import owed_reports, report_period
from healthplan.text.numbers import ZONE, moment
from healthplan.web.settings import sends_letters
from pages.blocks import Block, Columns, Pick, ReaderContext, html

__all__ = ["PARAMETERS", "content", "heading"]

OPEN = 12  # moves of a kind that stand; more are counted


def heading(view: View, choices: Choices) -> str:
    """What the newest publication changed."""
    return _title(view, publications(view, choices["place"], choices["indicator"]))


def content(view: View, choices: Choices, reader: ReaderContext) -> list[Block]:
    """The answer, the pickers, each publication, the reports that are owed, the feed, the letters."""
    place, indicator = choices["place"], choices["indicator"]
    told = publications(view, place, indicator)
    feed = feed_address(view, place, indicator)
    owed = owed_reports(view, place, reader.today, AHEAD) if not indicator else []
    return [
        html("heading.html", title=_title(view, told), lead=view.say("changes_lead")),
        Columns([3, 4, 6], [[Pick(parameter=PLACE)], [Pick(parameter=INDICATOR)], []]),
        html("publications.html", told=[_facts(view, one) for one in told], choices=choices, open=OPEN),
        html("changes_owed.html", owed=[(one, report_period(view, one.period)) for one in owed], today=reader.today),
        html("changes_feed.html", feed=feed, whole=urljoin(reader.base, feed)),
        html("changes_letters.html", place=place, sends=sends_letters()),
    ]


def _title(view: View, told: list[Publication]) -> str:
    if not told:
        return view.say("changes_title_none")
    newest = told[0]
    day = view.day(newest.published.astimezone(ZONE).date())
    if newest.is_first:
        return view.say("changes_title_first", day=day)
    if newest.is_whole and not newest.moves:
        return view.say("changes_title_same", day=day)
    return view.say("changes_title", day=day, scores=scores(view, newest))


def _facts(view: View, one: Publication) -> dict[str, object]:
    return {
        "publication": one,
        "day": moment(one.published, view.lang),
        "scores": scores(view, one),
        "moves": {
            kind: ([move_words(view, move) for move in moves[:OPEN]], len(moves)) for kind, moves in one.moves.items()
        },
    }
