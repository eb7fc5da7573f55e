"""What a paper says of itself: number, date, title, place, and the annexes that it names and has not."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from healthplan.drafting.citations import OWN, SIGN, TITLE, iso_day
from healthplan.drafting.layout import PaperLayout, folded_words
from healthplan.drafting.passage import Passage, joined
from healthplan.drafting.vocabulary import Vocabulary

# "Số" with a capital begins the paper's own number; a cited paper has it inside a sentence.
OWN_NUMBER = re.compile(rf"(?:^|(?<=\s))S[ốỐ]\s*:?\s*(?P<number>\d*\s?[-/]?\s?(?:{SIGN})(?:\s?[-/]\s?{SIGN})*)")
ATTACHED_NUMBER = re.compile(rf"\bsố\s*:?\s*(?P<number>\d*\s?[-/]?\s?(?:{SIGN})(?:\s?[-/]\s?{SIGN})*)", re.I)
BLANK = r"[\s.…_]*"  # where a hand writes the day
OWN_DATE = re.compile(
    rf"ngày{BLANK}(?P<day>\d{{0,2}}){BLANK}(?:/|tháng){BLANK}(?P<month>\d{{0,2}}){BLANK}(?:/|năm)\s*(?P<year>\d{{4}})",
    re.I,
)
NAMED_ANNEX = re.compile(r"\bPhụ lục(?:\s+(?:số\s+)?(?P<number>\d{1,2}|[IVX]{1,5})\b)?", re.I)
DATE_LINE = re.compile(r"^[^\d]{2,40},\s*ngày", re.I)
OPENING_BLOCKS = 12
COMMUNE = re.compile(r"(?:[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Đđ]ặc khu|ĐẶC KHU)((?:\s+[^\W\d_]+){1,4})")
TITLE_WORDS = 6  # a title in capitals with more is whole
PARTY_COMMITTEE = re.compile(
    r"\b(?P<body>(?:Ban Thường vụ )?Đảng [uủ][yỷ] (?:(?:UBND|Ủy ban nhân dân|các cơ quan Đảng) )?"
    r"(?:tỉnh|thành phố|xã|phường|đặc khu))\b"
)
KINDS = ("tỉnh", "thành phố", "xã", "phường", "đặc khu")
BODIES = (  # the last sign of a number, and whose paper that makes it
    ("UBND", "Ủy ban nhân dân {place}"),
    ("HĐND", "Hội đồng nhân dân {place}"),
    ("TU", "Ban Thường vụ {party}"),
    ("ĐU", "Đảng ủy {place}"),
    ("SYT", "Sở Y tế {place}"),
)


@dataclass(slots=True)
class PaperIdentity:
    """What a paper says of itself as cells of documents.csv, and for each cell the line of the paper it rests on."""

    cells: dict[str, str]
    lines: dict[str, int]


def paper_identity(layout: PaperLayout, known: Vocabulary, chosen: str = "") -> PaperIdentity:
    """Number, date, title, place, issuer and missing annexes of a paper; what it leaves blank or does not say stays
    empty. `chosen` is the place that the plan is for, which the paper's own words need not name."""
    opening = [block.words for block in layout.blocks if not block.headings][:OPENING_BLOCKS]
    attached = [block.words for block in layout.blocks if OWN.search(block.words.text)]
    own = PaperIdentity({"number": "", "issued_on": "", "date_printed": "", "issuer_vi": ""}, {})
    sign = ""
    for words in [*opening, *attached]:
        number, told = _number(words.text), ""
        if number is not None:
            told = re.sub(r"\s+", "", number["number"])
            sign = sign or re.split("[-/]", told)[-1]
            own.lines.setdefault("issuer_vi", words.line(number.start()))
        if not own.cells["number"] and re.match(r"\d", told) and number is not None:
            own.cells["number"] = told
            own.lines["number"] = words.line(number.start())
        _date(words, own, may_be=number is not None or DATE_LINE.match(words.text) is not None)
    closing = [block.words for block in layout.blocks if block.place == "đoạn kết"]
    pieces = [*opening, *attached, *closing]
    place = place_named(" ".join(words.text for words in pieces), known)
    if place and (line := _place_line(pieces, known.places[place][1])):
        own.lines["place"] = line
    own.cells["issuer_vi"] = _issuer(sign, chosen or place, " ".join(words.text for words in pieces), known)
    title = _title([block.words for block in layout.blocks if not block.headings])
    own.lines |= {"title_vi": title.first_line} if title.text else {}
    own.cells |= {
        "title_vi": _title_case(title.text), "place": place, "annexes_missing": "|".join(_missing_annexes(layout)),
    }  # fmt: skip
    own.lines = {name: line for name, line in own.lines.items() if own.cells[name]}
    return own


def _number(text: str) -> "re.Match[str] | None":
    """A paper's own number in its head, or in the words that say what an annex belongs to."""
    if own := OWN.search(text):
        return ATTACHED_NUMBER.search(text, own.end())
    return OWN_NUMBER.search(text)


def _date(words: Passage, own: PaperIdentity, *, may_be: bool) -> None:
    """The first date of the paper, and the first that has a day."""
    dated = OWN_DATE.search(words.text) if may_be else None
    day = iso_day(dated) if dated and dated["day"] and dated["month"] else ""
    if dated and (not own.cells["date_printed"] or (day and not own.cells["issued_on"])):
        own.cells |= {"date_printed": dated[0], "issued_on": day}
        own.lines |= {name: words.line(dated.start()) for name in ("date_printed", "issued_on")}


def _place_line(pieces: list[Passage], name: str) -> int:
    """The first line that names a place; 0 for none."""
    found = ((words, re.search(rf"\b{re.escape(name)}\b", words.text, re.I)) for words in pieces)
    return next((words.line(match.start()) for words, match in found if match), 0)


def _issuer(sign: str, place: str, text: str, known: Vocabulary) -> str:
    """Whose paper it is by the last sign of its number and by its place, a province or a city as the paper calls it;
    "" where these do not say."""
    body = next((told for ending, told in BODIES if sign.upper() == ending), "")
    if not body or not place:
        return ""
    name = known.places[place][1]
    if sign.upper() == "ĐU":
        if committee := PARTY_COMMITTEE.search(text):
            return f"{committee['body']} {name}"
        if known.places[place][0] == "province":  # it has several
            return ""
    printed = re.search(rf"\b({'|'.join(KINDS)})\s+{re.escape(name)}\b", text, re.I)
    kind = (printed[1] if printed else known.place_types.get(place, "").removesuffix(" trực thuộc trung ương")).lower()
    party = f"Thành ủy {name}" if kind == "thành phố" else f"Tỉnh ủy {name}"
    return body.format(place=f"{kind} {name}".strip(), party=party)


def place_named(text: str, known: Vocabulary) -> str:
    """The place that a text names most, a commune before a province; "" where it names none that is known, or a
    commune of a name that several have and no province tells apart."""
    provinces = {
        code: len(re.findall(rf"(?:(?:tỉnh|thành phố|TP\.?)\s+|^|\s){re.escape(name)}\b", text, re.I))
        for code, (kind, name, _) in known.places.items()
        if kind == "province"
    }
    communes = [code for words in COMMUNE.findall(text) for code in _communes_named(words, known)]
    in_named = [code for code in communes if provinces.get(known.places[code][2])]
    if communes:
        best = set(in_named or communes)
        return best.pop() if len(best) == 1 else ""
    most = max(provinces, key=lambda code: provinces[code], default="")
    return most if provinces.get(most) else ""


def _communes_named(words: str, known: Vocabulary) -> list[str]:
    """The communes of the longest name that some words begin with."""
    parts = words.lower().split()
    for length in range(len(parts), 0, -1):
        if found := known.communes.get(" ".join(parts[:length])):
            return found
    return []


def held_already(paper: Mapping[str, str], known: Vocabulary) -> str:
    """The document of data/ that a paper is: the same number and day, or, where these are blank, the same place and
    title; "" for a new one."""
    for row in known.papers:
        numbered = paper["number"] and (paper["number"], paper["issued_on"]) == (row["number"], row["issued_on"])
        titled = (paper["place"], folded_words(paper["title_vi"])) == (row["place"], folded_words(row["title_vi"]))
        if row["kind"] == "plan" and (numbered or (titled and not row["number"])):
            return row["document"]
    return ""


def _title(opening: list[Passage]) -> Passage:
    """The paper's title: that of the plan itself where a decision issues one."""
    found = [i for i, words in enumerate(opening) if TITLE.match(words.text)]
    at = next((i for i in found if opening[i].text.isupper()), next((i for i in found if i < OPENING_BLOCKS), None))
    if at is None:
        return Passage("")
    words = opening[at]
    behind = opening[at + 1] if at + 1 < len(opening) else Passage("")
    is_short = len(words.text.split()) <= TITLE_WORDS
    goes_on = words.text.isupper() and behind.text and (is_short or behind.text[0].islower())
    return joined([words, behind]) if goes_on else words


def _title_case(title: str) -> str:
    """A title whose first words are in capitals, as a sentence; one that is in capitals throughout stays so, because
    nothing tells the names in it."""
    words = title.split(" ")
    count = next((at for at, word in enumerate(words) if not word.isupper()), 0)
    return " ".join([" ".join(words[:count]).capitalize(), *words[count:]]) if 0 < count <= TITLE_WORDS else title


def _missing_annexes(layout: PaperLayout) -> list[str]:
    """Annexes that the text names and that neither stand in the paper nor, unnumbered, are one of its tables."""
    named: dict[str, str] = {}
    for block in layout.blocks:
        if not any(heading.level == 0 for heading in block.headings):
            for one in NAMED_ANNEX.finditer(block.words.text):
                named.setdefault((one["number"] or "").upper().lstrip("0"), one[0])
    there = {number.upper() for number in layout.annexes}
    numbered = [number for number in named if number]
    if layout.annexes or not layout.tables:
        missing = [number for number in numbered if number not in there]
    else:
        missing = numbered[len(layout.tables) :]
    without_any = not numbered and named and not layout.tables and not there
    return [named[number] for number in missing] + ([named[""]] if without_any else [])
