"""Made-up printed values against every indicator: a value that it can hold, or a sentence that names
a part of what was typed; never anything else.

Seeded. `FUZZ_ROUNDS` (1 when not set) makes that many times 300 values an indicator.
"""

import os
import random
from collections.abc import Iterator

import pytest

from etl.read import Record, read_facts
from etl.snapshot import take_snapshot
from etl.values import measure_of, wordings
from healthplan.model.grammar import MEANING, UnreadableValue, plain_form, read_value
from healthplan.model.measure import Measure
from healthplan.model.value import Interval, ValueKind
from healthplan.text import Lang, say
from tests.conftest import ROOT

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "1"))
INDICATORS = read_facts(take_snapshot(ROOT / "data")).records["indicators"]
NUMBERS = (
    "0",
    "1",
    "4",
    "04",
    "95",
    "98,4",
    "0,8",
    "0,125",
    "1,000",
    "95.500",
    "1.000",
    "1.234.567,8",
    "98.4",
    "46117",
    "950",
    "8000",
    "9" * 27,
    "1,234,567",
    "1..5",
    "５",
    "٩٥",
    "½",
    "5e2",
    "-5",
    "+5",
    "05/04",
    "1 000",
    "2030",
    "100",
)
WORDS = (
    *MEANING,
    "gần",
    "độ",
    "giảm",
    "bình quân",
    "phấn đấu",
    "năm",
    "chín mươi lăm",
    "một nửa",
    "x",
    "toàn dân",
    "không",
    "#REF!",
    "nan",
    "inf",
    "-",
    "'",
    "=",
    "±",
    "(",
    "*",
    "\u200b",
    "\u00a0",
    "🙂",
    "<b>",
    "{part}",
    "%s",
    "\\",
    "\n",
)
BETWEEN = ("-", " - ", "–", " đến ", " tới ", "~", "->", " → ", "...", "/", ";", " hoặc ", ", ", " ", "")
BEHIND = (
    "",
    "",
    "%",
    " %",
    "％",
    " tuổi",
    " năm",
    " bác sĩ",
    " bác sỹ/trạm",
    " bác sĩ/10.000 dân",
    " giường/vạn dân",
    " cm",
    " lượt",
    " dịch vụ",
    "%/năm",
    " điểm %",
    " trở lên",
    " trở xuống",
    "*",
    "(1)",
    " (2025)",
    "+",
    " triệu",
    "e3",
    "%%",
    ".",
)


def printed_values(seed: str) -> Iterator[str]:
    """Words, numbers, signs and units in an order that a paper could print, and some that none would."""
    dice = random.Random(seed)
    for _ in range(300 * ROUNDS):
        words = range(dice.choice((0, 0, 1, 1, 2)))
        front = "".join(dice.choice(WORDS) + dice.choice((" ", "")) for _ in words)
        text = front + dice.choice(NUMBERS) + dice.choice(BEHIND)
        if dice.random() < 0.4:
            text += dice.choice(BETWEEN) + dice.choice(NUMBERS) + dice.choice(BEHIND)
        if dice.random() < 0.3:  # a slip of the keyboard
            at = dice.randrange(len(text) + 1)
            text = text[:at] + dice.choice((*NUMBERS, *WORDS, *BEHIND)) + text[at + dice.randrange(2) :]
        if dice.random() < 0.1:
            text = dice.choice(WORDS) * dice.randrange(1, 40)
        yield text


@pytest.mark.parametrize("record", INDICATORS, ids=lambda record: record.cells["indicator"])
def test_any_text_is_a_value_in_range_or_a_sentence_that_names_a_part_of_it(record: Record) -> None:
    measure, words = measure_of(record), wordings(record)
    read = 0
    for printed in printed_values(record.cells["indicator"]):
        try:
            value = read_value(printed, words, measure=measure)
        except UnreadableValue as unreadable:
            told_of(printed, unreadable)
        else:
            read += 1
            assert not isinstance(value, Interval) or held(value, measure), (printed, value)
            assert value.kind is not ValueKind.UNKNOWN, printed
            assert value.kind is not ValueKind.UNIVERSAL or measure.is_share or measure.in_words, printed
    assert read or measure.in_words


def held(value: Interval, measure: Measure) -> bool:
    ends = [end for end in (value.low, value.high) if end is not None]
    plausible = bool(ends) and all(measure.takes(end) for end in ends)
    return plausible and not measure.in_words and ends == sorted(ends)


def told_of(printed: str, unreadable: UnreadableValue) -> None:
    """Both sentences are there, and name a part of what was typed."""
    if unreadable.fault == "value_missing":
        assert not printed.strip()
        return
    part = unreadable.facts.get("part", printed)
    assert plain_form(part) and plain_form(part) in plain_form(printed), (printed, unreadable.facts)
    for lang in Lang:
        assert part in say(lang, unreadable.fault, value=printed, **unreadable.facts), (printed, unreadable)
