"""A deck's file is read strictly: each thing that can be wrong is said with what it is and what to do."""

import json
from dataclasses import replace

import pytest

from healthplan.deck.deck import MOST_SLIDES, DeckOptions, DeckRefused
from healthplan.deck.deck_json import LARGEST, deck_from_json, deck_json
from healthplan.deck.ready import READY, ready_deck
from healthplan.text import Lang, say

KNOWN = DeckOptions(
    places=("11", "12", "ML"), provinces=("11", "12"), indicators=("coverage", "stunting"),
    headlines=("coverage",), day="2027-04-07", map_years={"coverage": ("2026", "2030")},
)  # fmt: skip
GOOD = json.loads(deck_json(ready_deck("nation", KNOWN)))
SLIDE = {"kind": "trend", "indicator": "coverage", "year": "", "title": "", "on": True}
CURES = ("hãy ", "dùng được", "cần một", "Chọn từ")


def body(**changed) -> bytes:
    return json.dumps(GOOD | changed).encode()


def slide(**changed) -> bytes:
    return body(slides=[SLIDE | changed])


def without(name: str) -> bytes:
    return json.dumps({key: value for key, value in GOOD.items() if key != name}).encode()


# The file; the fault that is said; a word of the sentence that names the place.
WRONG = [
    (b" " * (LARGEST + 1), "file_large", "64"),
    (b"", "file_not_json", "UTF-8"),
    (b"%PDF-1.7 \xff\xfe", "file_not_json", "UTF-8"),
    ("{}".encode("utf-16"), "file_not_json", "UTF-8"),
    ('{"title": "Điện Biên"}'.encode("cp1258", "replace"), "file_not_json", "UTF-8"),
    (b"[" * 60_000, "file_not_json", "UTF-8"),
    (b'{"a":' * 12_000, "file_not_json", "UTF-8"),
    (b"7" * 9_000, "file_not_json", "UTF-8"),
    (b'{"format": NaN}', "file_not_json", "UTF-8"),
    (body().replace(b'"title": ""', b'"title": "\\ud800"', 1), "file_not_json", "UTF-8"),
    (b"[]", "file_field", "JSON"),
    (b"null", "file_field", "JSON"),
    (b'{"format": "x", "format": "x"}', "file_twice", "format"),
    (body(colour="red"), "unknown_name", "colour"),
    *((without(name), "file_missing", name) for name in GOOD),
    *((body(**{name: 7}), "file_field", name) for name in GOOD),
    (body(format="lo-trinh-72-deck-9"), "file_format", "lo-trinh-72-deck-9"),
    (body(ready="every"), "unknown_value", "every"),
    (body(lang="fr"), "unknown_value", "fr"),
    (body(places=["11", 12]), "file_field", "places"),
    (body(places=["99"]), "unknown_value", "99"),
    (body(places=[]), "places", "6"),
    (body(places=["11", "11"]), "places", "6"),
    (body(indicator="beds"), "unknown_value", "beds"),
    (body(day="07/04/2027"), "day", "07/04/2027"),
    (body(day="2027-02-30"), "day", "2027-02-30"),
    (body(day="1066-10-14"), "day", "1066-10-14"),
    (body(title="x" * 141), "too_long", "140"),
    (body(event="x" * 101), "too_long", "100"),
    (body(title="a\nb"), "hidden_letter", "title"),
    (body(event="<b>"), "hidden_letter", "event"),
    (body(slides=[]), "no_slide", "trang"),
    (body(slides=["trend"]), "file_field", "slides[1]"),
    (body(slides=[SLIDE, SLIDE]), "slides", "40"),
    (body(slides=[SLIDE | {"indicator": "", "kind": "title", "on": False}]), "no_slide", "trang"),
    (slide(kind="pie"), "unknown_value", "slides[1].kind"),
    (slide(on="yes"), "file_field", "slides[1].on"),
    (slide(on=1), "file_field", "slides[1].on"),
    (slide(size=3), "unknown_name", "slides[1].size"),
    (slide(indicator="beds"), "unknown_value", "beds"),
    (slide(indicator=""), "slide_needs_indicator", "trend"),
    (slide(kind="rug"), "slide_too_much", "rug"),
    (slide(year="2030"), "slide_too_much", "2030"),
    (slide(kind="map", indicator="stunting"), "no_map", "stunting"),
    (slide(kind="map", year="2045"), "no_map", "2045"),
    (slide(title="x" * 141), "too_long", "140"),
    (slide(title="\u202ekcab"), "hidden_letter", "title"),
    (body(slides=[SLIDE | {"year": str(at)} for at in range(MOST_SLIDES + 1)]), "slides", "40"),
]


@pytest.mark.parametrize(("wrong", "fault", "word"), WRONG)
def test_a_wrong_file_is_refused_with_what_is_wrong_and_what_to_do(wrong: bytes, fault: str, word: str):
    with pytest.raises(DeckRefused) as refused:
        deck_from_json(wrong, KNOWN)
    assert refused.value.fault == fault
    sentence = say(Lang.VI, f"deck_fault_{fault}", **refused.value.facts)
    assert word in sentence and any(cure in sentence for cure in CURES), sentence
    assert len(say(Lang.EN, f"deck_fault_{fault}", **refused.value.facts)) < 400


def test_every_fault_of_a_file_and_a_deck_is_in_the_table() -> None:
    told = {fault for _, fault, _ in WRONG}
    assert told == {
        "file_large", "file_not_json", "file_field", "file_twice", "file_missing", "file_format",
        "unknown_name", "unknown_value", "places", "day", "too_long", "hidden_letter", "no_slide", "slides",
        "slide_needs_indicator", "slide_too_much", "no_map",
    }  # fmt: skip


@pytest.mark.parametrize("ready", READY)
def test_a_file_gives_the_deck_that_was_saved(ready: str) -> None:
    deck = ready_deck(ready, KNOWN, lang="en")
    last = replace(deck.slides[-1], title="Nguồn “72”", on=False)
    own = replace(deck, title="Đề án", event="Mường Thanh", slides=(*deck.slides[:-1], last))
    for one in (deck, own):
        assert deck_from_json(deck_json(one), KNOWN) == one
        assert deck_from_json(b"\xef\xbb\xbf" + deck_json(one), KNOWN) == one  # as Windows writes it
