"""Whatever is done to the files: the build goes well or says what is wrong, and the last release stays.

Each round spoils one file of the small data by a seeded chance; FUZZ_ROUNDS sets how many rounds there are.
"""

import os
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from etl.read import read_facts
from etl.run import run
from etl.snapshot import take_snapshot
from etl.tables import TABLES
from healthplan.model.complaint import Complaint, InputRefused
from healthplan.release import publication
from healthplan.text import Lang, say
from tests.conftest import built_small

ROUNDS = int(os.environ.get("FUZZ_ROUNDS", "100"))
WHOLE = 8  # of so many refused inputs one goes through the whole build, too
CODE_PAGES = ("utf-16", "utf-16-le", "utf-32", "cp1258", "cp1252", "latin-1", "utf-7", "cp437", "utf-8-sig")
SIGNS = ("\u200b", "\ufeff", "\u202e", "\x00", "\x1a", "\ufffd", "\U0001f600", "\ue000", "Ω", "\u0323", '"', "\t")
CELLS = (
    "",
    " ",
    "#REF!",
    "9" * 27,
    "-1",
    "0",
    "1e9",
    "nan",
    "=1+1",
    "02-Mar",
    "98,4",
    "1.000",
    "x" * 3000,
    "'",
    "|",
    "=",
    "2=|",
    "2030",
    "1900",
    "2026-02-30",
    "VN",
    "11",
    "<b>",
    "toàn dân",
    "Së Y tÕ",
    "K? ho?ch",
    "\u00a0",
    "²",
)
ENDS = ("\r", "\r\n", "\n\n", "\u2028", ",,,\n", "")
Deed = Callable[[Random, bytes], bytes]


def damage_bytes(chance: Random, raw: bytes) -> bytes:
    """Some bytes changed, cut out, doubled or put in."""
    spoilt = bytearray(raw)
    for _ in range(chance.choice((1, 1, 2, 8, 50))):
        at = chance.randrange(len(spoilt) + 1)
        match chance.randrange(4):
            case 0:
                spoilt[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del spoilt[at : at + chance.choice((1, 2, 40, 4000))]
            case 2:
                spoilt[at:at] = spoilt[at : at + chance.choice((1, 9, 200))]
            case _:
                spoilt[at:at] = chance.randbytes(chance.choice((1, 2, 3, 30)))
    return bytes(spoilt)


def damage_columns(chance: Random, raw: bytes) -> bytes:
    """Columns left out, doubled, moved, emptied or blank, or other separators and line ends."""
    rows = [line.split(",") for line in raw.decode().splitlines()]
    at = chance.randrange(len(rows[0]))
    match chance.randrange(7):
        case 0:
            rows = [row[:at] + row[at + 1 :] for row in rows]
        case 1:
            rows = [[*row[:at], row[min(at, len(row) - 1)], *row[at:]] for row in rows]
        case 2:
            rows = [[*row[at:], *row[:at]] for row in rows]
        case 3:
            rows[1:] = [[*row[:at], "", *row[at + 1 :]] for row in rows[1:]]
        case 4:
            rows = [[*row, *[""] * at] for row in rows]
        case 5:
            chance.shuffle(rows)
        case _:
            rows[chance.randrange(len(rows)) :] = []
    return chance.choice(("\n", *ENDS)).join(chance.choice(",,;\t|").join(row) for row in rows).encode()


def damage_encoding(chance: Random, raw: bytes) -> bytes:
    """The text in another encoding, or read in another and saved again."""
    text, page = raw.decode(), chance.choice(CODE_PAGES)
    if chance.random() < 0.5:
        return text.encode(page, "replace")
    return raw.decode(page, "replace").encode("utf-8", "surrogatepass")


def damage_cells(chance: Random, raw: bytes) -> bytes:
    """Cells with other words in them, or signs within their words."""
    lines = raw.decode().splitlines()
    for _ in range(chance.choice((1, 1, 3))):
        at = chance.randrange(len(lines))
        cells = lines[at].split(",")
        which = chance.randrange(len(cells))
        if chance.random() < 0.4:
            place = chance.randrange(len(cells[which]) + 1)
            cells[which] = cells[which][:place] + chance.choice(SIGNS) + cells[which][place:]
        else:
            cells[which] = chance.choice(CELLS)
        lines[at] = ",".join(cells)
    return "\n".join([*lines, ""]).encode()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with built_small(tmp_path_factory.mktemp("fuzz") / "data") as folder:
        return folder


@pytest.mark.parametrize("deed", [damage_bytes, damage_columns, damage_encoding, damage_cells])
def test_a_spoilt_file_is_read_or_told(deed: Deed, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_DATA", str(folder))
    good = publication.current_path()
    paths = sorted(path for table in TABLES for path in folder.glob(table.pattern))
    for seed in range(ROUNDS):
        chance = Random(f"{deed.__name__} {seed}")
        path = chance.choice(paths)
        sound = path.read_bytes()
        path.write_bytes(deed(chance, sound))
        try:
            facts = read_facts(take_snapshot(folder))
            check_told(facts.complaints, f"{deed.__name__} {seed} {path.name}")
            if not (facts.complaints and seed % WHOLE):
                try_to_build(f"{deed.__name__} {seed} {path.name}")
        finally:
            path.write_bytes(sound)
        assert publication.current_path() == good
    assert take_snapshot(folder).complaints == []


def try_to_build(what: str) -> None:
    """A check of everything, up to the finished draft."""
    try:
        run(publish=False)
    except InputRefused as refused:
        assert refused.complaints, what
        check_told(refused.complaints, what)


def check_told(complaints: list[Complaint], what: str) -> None:
    """What is told has a file, and a sentence in both languages that can be written down."""
    for one in complaints:
        assert one.file, what
        for lang in Lang:
            assert f"{one.place}: {say(lang, one.fault, value=one.value, **one.facts)}".encode(), what
