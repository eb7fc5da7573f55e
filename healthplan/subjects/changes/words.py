"""What differs between two releases, row by row, in words."""

from dataclasses import dataclass

from healthplan.release.difference import Move, RowMove
from healthplan.release.view import View
from healthplan.subjects.changes.publications import Publication
from healthplan.text import SENTENCES
from healthplan.text.numbers import period


@dataclass(frozen=True, slots=True)
class MoveWords:
    """What a row is about, and what it said before and says now, "" where there is none."""

    about: str
    before: str
    after: str

    @property
    def line(self) -> str:
        """All in one line, for a file."""
        change = " → ".join(side for side in (self.before, self.after) if side)
        return f"{self.about}: {change}" if change else self.about


def move_words(view: View, move: RowMove) -> MoveWords:
    """A move as a reader is told it."""
    if move.table == "verdicts":
        return MoveWords(_about(view, move), _verdict(view, move.before), _verdict(view, move.after))
    if move.table == "findings":
        return MoveWords(_named(view, move), "", "")
    if move.move is Move.CHANGED and move.before == move.after:
        return MoveWords(view.say("changes_detail", about=_about(view, move)), "", "")
    return MoveWords(_about(view, move), move.before, move.after)


def _verdict(view: View, word: str) -> str:
    key = f"data_verdict_{word}"
    return view.say(key if key in SENTENCES else f"sign_{word}") if word else ""


def _about(view: View, move: RowMove) -> str:
    """Indicator and place with law and time, else what the row calls itself."""
    if move.indicator not in view.indicators or move.place not in view.places:
        return _named(view, move)
    when = period(move.when, view.lang) if move.table == "observations" else move.when
    name = view.name(view.indicators[move.indicator], "short")
    return " · ".join(part for part in (name, view.nation_or_place(move.place), move.law, when) if part)


def _named(view: View, move: RowMove) -> str:
    return (move.name_vi if view.lang is view.lang.VI else move.name_en) or move.key


def scores(view: View, one: Publication) -> str:
    """What a publication changed, counted, losses first; or why nothing is counted."""
    if one.moves:
        told = (f"{view.say(f'update_score_{kind}')}: {view.number(len(moves))}" for kind, moves in one.moves.items())
        words = "; ".join(told)
        return words[0].upper() + words[1:]
    return view.say("changes_first" if one.is_first else "changes_same" if one.is_whole else "changes_unreadable")
