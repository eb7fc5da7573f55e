"""Goals in sentences: which indicator, which value, by when, with which words that make less of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from healthplan.drafting.figures import CHANGES_TO, RATIO, SLIP, Figure, figures_of, value_as
from healthplan.drafting.layout import folded_words
from healthplan.drafting.vocabulary import KnownIndicator, Mention, Vocabulary
from healthplan.drafting.years import YEAR, YearPhrase, year_phrases
from healthplan.model.grammar import UnreadableValue, read_value

SENTENCE_END = re.compile(r"(?<=[.!?…])\s+(?=(\S))")
FARTHEST = 110  # letters between an indicator and its figure
YEAR_BEHIND = 25
NAME_WORDS = 4  # fewer behind a colon do not name what a figure is of
TRAILING = 60  # letters between a figure and the year behind it
EVERYBODY_BEHIND = 40
AGE_LONGEST = 40  # years; a higher one is a length of life
PEOPLE = "% người dân"
STOPS = re.compile(r"\s*(?:[,;.:(]|$|\b(?:trong|cho|theo|đối với|với|tại|đến|vào|từ|và|phù hợp|của)\b)")
EVERY = re.compile("mọi|mỗi|tất cả|toàn", re.I)
NEXT_YEAR = re.compile(
    r";\s*(?:(?:đến|vào|trong)\s+)?(?:năm\s+)?20\d\d\s*(?::|đạt|là)?\s*$"
)  # "năm 2026: 95%; năm 2027: 96%"
IN_TURN = re.compile(
    rf"(?P<years>{YEAR}(?:(?:\s*[,;]\s*|\s+và\s+|\s*[,;]\s*và\s+)(?:năm\s+)?{YEAR})+)[^.;:]{{0,40}}?\blần lượt\b"
)
NAMES_FIGURE = re.compile(r"\s*(?:\([^()]{1,30}\))?\s*[:=]?\s*(?:đạt|là|còn)?\s*")
ENDS_FIGURE = re.compile(r"\s*(?:[.;,()]|$)")
OF_YEAR = re.compile(rf"{YEAR}\s*[:(]?\s*(?:đạt|là)?\s*$")  # before "34,5" in "năm 2026: 34,5"
COUNTED = re.compile(r"\s(?!tuổi\b|tháng\b|năm\b|lần\b|ngày\b|giờ\b|cấp\b|và\b|đến\b)[^\W\d_]{2,}")
OF_PAPER = re.compile(r"(?:số|khóa|phụ lục|biểu|mục|điều|khoản|mẫu|lần thứ|nhóm|loại|type|túyp)\s*$", re.I)
LISTED_FOR = re.compile(r",[^;,.]{2,30}\b(?:cho|của|đối với)\s*")  # "hồ sơ, bệnh án điện tử cho người dân"
TO_BE_WRITTEN = re.compile(
    r"\b(?:xây dựng|ban hành|lập|phê duyệt|tham mưu|trình)\b[^;.]*"
    r"\b(?:Đề án|Kế hoạch|Chương trình|Chiến lược|Dự án|Quy hoạch)\b[^;,.]*$",
    re.I,
)
PRESENT = "figure_of_today"  # the rule of a level that a paper says is today's
GROUPS = re.compile(
    r"\b(?:người (?:cao tuổi|nghèo|lao động|khuyết tật|có công|bệnh)|trẻ em|học sinh|sinh viên|phụ nữ|bà mẹ|thai phụ|hộ"
    r"|cận nghèo|đối tượng|cán bộ|công chức|công nhân|đồng bào|dân tộc)\b",
    re.I,
)
PER_LONGEST = 10  # letters of "phụ nữ" behind 10.000
SOME_OF = re.compile(r"[^,;.:(]{0,3}\b(?:được|chưa|mới|xây|triển khai|thực hiện|đạt (?:chuẩn|tiêu chí))\b", re.I)
START = "figure_at_the_start"  # of a level that a change begins with
NOW_BEHIND = re.compile(r"\s*\(?(?:hiện nay|hiện có|hiện tại)\b")
NOW_BEFORE = re.compile(r"\b[Hh]iện(?: nay| tại)?,?\s*(?:mới |đang |chỉ )?(?:có|đạt|là|:)?\s*(?:khoảng\s*)?$")
LEVEL_NEAR = 12  # letters between a level and its year
PER = re.compile(r"1(?:(?:00|0)?[. ]?000|\svạn)\s(?:dân|người|trẻ|ca|phụ nữ)\b")
LIMITS = (  # folded words that make less of a goal; the first that is found counts
    ("priority_roadmap", re.compile(r"\blo trinh uu tien\b")),
    ("priority_groups", re.compile(r"\bdoi tuong uu tien\b")),
    ("encouraged", re.compile(r"\bkhuien khich\b|\bkhuyen khich\b")),
    ("roadmap", re.compile(r"\blo trinh\b|\btung buoc\b")),
    ("aim", re.compile(r"\bphan dau\b|\bhuong toi\b|\btien toi\b")),
)
LIMITS_BY_WORDS = ("roadmap", "priority_roadmap", "priority_groups")  # may stand behind the goal


@dataclass(frozen=True, slots=True)
class FoundGoal:
    """A value of an indicator in a text: where its words begin and end, its years, and how sure it is."""

    indicator: str
    printed: str
    start: int
    end: int
    rule: str
    sure: float
    year: str = ""
    from_year: str = ""
    dated_by: str = ""
    limits: str = ""
    each_year: str = ""
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Pair:
    mention: Mention
    figure: Figure
    printed: str
    rule: str
    sure: float
    doubts: tuple[str, ...] = ()


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of a text, each with the offset at which it begins."""
    start = 0
    ends = (one.start() for one in SENTENCE_END.finditer(text) if not one[1].islower())
    for end in [*ends, len(text)]:
        part = text[start:end]
        if part.strip():
            yield start + len(part) - len(part.lstrip()), part.strip()
        start = end


def goals_in(text: str, known: Vocabulary, *, in_goals: bool = False) -> list[FoundGoal]:
    """Every goal that a text states; the year stays empty where no word near it says one. Where a part is about
    goals (`in_goals`), "trạm y tế được đầu tư" without a figure is a goal too."""
    found = []
    for offset, sentence in sentences(text):
        mentions = known.mentions(sentence)
        if not mentions:
            continue
        figures, phrases = figures_of(sentence, known.units), year_phrases(sentence)
        goals = [
            _dated(sentence, pair, figures, phrases)
            for pair in _pairs(sentence, mentions, figures, phrases, known, in_goals)
        ]
        goals = _of_the_present(sentence, _in_turn(sentence, goals, figures, known), figures, known)
        found += [replace(goal, start=goal.start + offset, end=goal.end + offset) for goal in goals]
    return sorted(found, key=lambda one: one.start)


def _of_the_present(text: str, goals: list[FoundGoal], figures: list[Figure], known: Vocabulary) -> list[FoundGoal]:
    """The goals, those marked that are levels of today: "nâng từ 85% hiện nay lên 95%", "sắp xếp 40 trạm hiện có
    thành 12 trạm"."""
    today = [
        one
        for one in figures
        if one.kind == "figure"
        and (NOW_BEHIND.match(text, one.end) or NOW_BEFORE.search(text[: one.start]) or _starts_undated(text, one))
    ]
    for figure in today:
        own = [goal for goal in goals if figure.start <= goal.start < figure.end]
        near = min(goals, key=lambda goal: abs(goal.start - figure.start), default=None)
        told = value_as(figure, known.indicators[near.indicator]) if near and not own else None
        if near is not None and told is not None:
            own = [replace(near, printed=told[0], start=figure.start, end=figure.start + len(told[0]))]
        goals = [goal for goal in goals if goal not in own]
        goals += [
            replace(
                goal,
                year="",
                from_year="",
                dated_by="",
                limits="",
                each_year="",
                rule=START if _starts_undated(text, figure) else PRESENT,
            )
            for goal in own
        ]
    return goals


def _starts_undated(text: str, figure: Figure) -> bool:
    """Whether a change begins with a level whose time nobody says: "từ 94% lên 98%"."""
    behind = text[figure.end : figure.end + YEAR_BEHIND]
    return figure.is_start and not re.match(rf"[^\d]*(?:{YEAR}|hiện)", behind.split("lên")[0].split("xuống")[0])


def _in_turn(text: str, goals: list[FoundGoal], figures: list[Figure], known: Vocabulary) -> list[FoundGoal]:
    """Years that are listed and "lần lượt" before as many figures: one goal each, of the indicator of the first."""
    for one in IN_TURN.finditer(text):
        years = re.findall(YEAR, one["years"])
        row = [figure for figure in figures if figure.kind == "figure" and figure.start >= one.end()][: len(years)]
        first = next((goal for goal in goals if row and row[0].start <= goal.start < row[0].end), None)
        if first is None or len(row) < len(years) or re.search(r"[^\W\d_]{4}", text[row[0].end : row[-1].start]):
            continue
        told = [value_as(figure, known.indicators[first.indicator]) for figure in row]
        if all(told):
            goals = [goal for goal in goals if not row[0].start <= goal.start <= row[-1].end]
            goals += [
                replace(first, printed=words[0], start=figure.start, end=figure.start + len(words[0]), year=year,
                        from_year="", dated_by="", each_year="", rule="figures_in_turn")
                for year, figure, words in zip(years, row, told, strict=True) if words
            ]  # fmt: skip
    return goals


def clause_around(text: str, start: int, end: int) -> str:
    """The words of a sentence between the semicolons and full stops around a figure."""
    ends = [one for one in re.finditer(r"[;.:]\s", text[:start])]
    if ends and ends[-1][0][0] == ":" and len(text[ends[-1].end() : start].split()) < NAME_WORDS:
        ends.pop()  # "Số bác sĩ tại trạm: 03 bác sĩ"
    before = ends[-1].end() if ends else 0
    behind = re.search(r"[;.](?:\s|$)", text[end:])
    return text[before : end + behind.start() if behind else len(text)].strip()


def is_age(printed: str) -> bool:
    """Whether a figure is an age or a span of years: "dưới 5 tuổi", "5 năm", but not "75 tuổi"."""
    found = re.findall(r"\d+", printed)
    return printed.endswith(("tuổi", "năm")) and int(found[0]) < AGE_LONGEST


def figures_without_goal(text: str, known: Vocabulary, goals: list[FoundGoal]) -> list[Figure]:
    """Figures of a text that no goal took, but for ages and spans of years."""
    taken = [(goal.start, goal.end) for goal in goals]
    return [
        figure
        for figure in figures_of(text, known.units)
        if figure.kind == "figure"
        and figure.has_unit
        and not is_age(figure.texts[0])
        and not any(start < figure.end and figure.start < end for start, end in taken)
    ]


def loose_figures(text: str, known: Vocabulary, goals: list[FoundGoal]) -> list[tuple[int, int]]:
    """Where numbers without a unit that anybody knows stand before a word, and those that a scanner misread: what a
    draft must not pass over in silence."""
    taken = [(goal.start, goal.end) for goal in goals] + [(one.start, one.end) for one in year_phrases(text)]
    found = [one.span() for pattern in (SLIP, RATIO) for one in pattern.finditer(text)]
    for figure in figures_of(text, known.units):
        end = figure.start + len(figure.texts[0])
        counts = (COUNTED.match(text[figure.end :]) or OF_YEAR.search(text[: figure.start])) and not OF_PAPER.search(
            text[: figure.start]
        )
        is_number = figure.kind == "figure" and not figure.has_unit and not re.fullmatch(YEAR, figure.texts[0])
        if counts and is_number and not PER.search(text, figure.start, end + PER_LONGEST):
            found.append((figure.start, end))
    return [one for one in sorted(found) if not any(start < one[1] and one[0] < end for start, end in taken)]


def _pairs(
    text: str,
    mentions: list[Mention],
    figures: list[Figure],
    phrases: list[YearPhrase],
    known: Vocabulary,
    in_goals: bool,
) -> list[_Pair]:
    pairs: list[_Pair] = []
    for figure in figures:
        if figure.kind == "everybody":
            continue
        ranked = sorted(
            (
                (rank, -mention.weight, mention, told)
                for mention in mentions
                if (told := _told(text, figure, mention, mentions, known))
                and (rank := _rank(text, figure, mention, figures)) is not None
            ),
            key=lambda one: one[:2],
        )
        taken: set[str] = set()
        ranked = [one for one in ranked if not _has_other_figure(one[2], figure, pairs, phrases)]
        for rank, _, mention, told in ranked:
            if taken and (figure.kind != "grade" or mention.indicator in taken or rank > ranked[0][0]):
                continue
            taken.add(mention.indicator)
            printed, doubts = told
            if _is_of_a_part(text, figure, mention, figures):
                doubts = (*doubts, "draft_of_a_part")
            pairs.append(
                _Pair(mention, figure, printed, f"{figure.kind}_near_name", max(0.5, 0.95 - rank / 400), doubts)
            )
    pairs = _without_doubled(pairs)
    named = {pair.mention.indicator for pair in pairs}
    for mention in mentions:
        if any(pair.mention == mention for pair in pairs) or _is_sibling(mention, named, known):
            continue
        pair = None if mention.indicator in named else _shared(text, mention, pairs)
        pair = pair or _in_words(text, mention, figures, known, mention.indicator in named, in_goals)
        if pair is not None:
            named.add(mention.indicator)
            pairs.append(pair)
    return pairs


def _is_of_a_part(text: str, figure: Figure, mention: Mention, figures: list[Figure]) -> bool:
    """Whether a level holds for a share only, or for a group: "80% trạm y tế có 4 bác sĩ", "95% người cao tuổi được
    khám sức khỏe"."""
    if mention.start >= figure.end and "%" in figure.texts[0] and GROUPS.search(text[figure.end : mention.start]):
        return True
    shares = [one for one in figures if one.start < mention.start < figure.start and one.texts[0].endswith("%")]
    if not shares or "%" in figure.texts[0] or shares[-1].texts[0].startswith("100"):
        return False
    return not text[shares[-1].start + len(shares[-1].texts[0]) : mention.start].strip()


def _has_other_figure(mention: Mention, figure: Figure, pairs: list[_Pair], phrases: list[YearPhrase]) -> bool:
    """Whether a name has a figure already, and no words of time say that this one is for another year."""
    ends = [
        pair.figure.end
        for pair in pairs
        if pair.mention == mention and pair.figure.kind == figure.kind == "figure" and not pair.figure.is_start
    ]
    return any(
        not any(end <= phrase.start <= figure.end + YEAR_BEHIND for phrase in phrases)
        for end in ends
        if end <= figure.start
    )


def _is_sibling(mention: Mention, named: set[str], known: Vocabulary) -> bool:
    """Whether the increase or the level of the same thing has a value already."""
    return any(
        synonym.alias == mention.alias and synonym.indicator in named
        for synonym in known.synonyms
        if synonym.indicator != mention.indicator
    )


def _without_doubled(pairs: list[_Pair]) -> list[_Pair]:
    """Of two figures at one place, and of two of one name, a number before words."""
    spans = [(pair.figure.start, pair.figure.end) for pair in pairs if pair.figure.kind == "figure"]
    named = {pair.mention.indicator for pair in pairs if pair.figure.kind == "figure"}
    pairs = [pair for pair in pairs if pair.figure.kind != "enough" or pair.mention.indicator not in named]
    return [
        pair
        for pair in pairs
        if pair.figure.kind == "figure"
        or not any(start < pair.figure.end and pair.figure.start < end for start, end in spans)
    ]


def _told(
    text: str, figure: Figure, mention: Mention, mentions: list[Mention], known: Vocabulary
) -> tuple[str, tuple[str, ...]] | None:
    """The words of a figure as a value of the indicator; None where they can be none."""
    indicator = known.indicators[mention.indicator]
    match figure.kind:
        case "figure":
            twins = [one for one in mentions if (one.start, one.end) == (mention.start, mention.end)]
            if indicator.scale == "increase" and len(twins) > 1 and not figure.is_increase:
                return None
            if indicator.scale == "count" and counts_some(text, mention):
                return None
            told = value_as(figure, indicator, is_beside=_is_beside(text, figure, mention, indicator))
            return (told[0], ()) if told else None
        case "grade":
            if indicator.scale != "grade" or indicator.step_word not in figure.texts[0].lower():
                return None
        case "compared":
            if indicator.scale != "word":
                return None
        case "enough":
            if not indicator.measure.is_share or not (mention.start < figure.end and figure.start < mention.end):
                return None
    return figure.texts[0], _doubts(figure.texts[0], indicator)


def _is_beside(text: str, figure: Figure, mention: Mention, indicator: KnownIndicator) -> bool:
    """Whether a figure without unit stands right behind a name that has it: "Bác sĩ/vạn dân: 17", "BHYT (%): 98"."""
    between, behind = text[mention.end : figure.start], text[figure.end :]
    has_unit = "%" in between if indicator.measure.is_share else indicator.scale in ("level", "count")
    return has_unit and NAMES_FIGURE.fullmatch(between) is not None and ENDS_FIGURE.match(behind) is not None


def counts_some(text: str, mention: Mention) -> bool:
    """Whether words behind the name of what is counted make it some of these: "số trạm y tế được xây mới"."""
    return SOME_OF.match(text, mention.end) is not None


def _doubts(printed: str, indicator: KnownIndicator) -> tuple[str, ...]:
    try:
        read_value(printed, indicator.wordings, measure=indicator.measure)
    except UnreadableValue:
        return ("draft_new_wording",)
    return ()


def _rank(text: str, figure: Figure, mention: Mention, figures: list[Figure]) -> float | None:
    """How far a figure is from an indicator's name; None where it cannot belong to it."""
    if figure.start < mention.end and mention.start < figure.end:
        return 0.0
    if mention.end <= figure.start:
        between = text[mention.end : figure.start]
        if (";" in between and not NEXT_YEAR.search(between)) or len(between) > FARTHEST:
            return None
        return 2.0 + len(between)
    between = text[figure.end : mention.start]
    words = between.split()
    after_verb = re.search(r"(?:đạt|lên|xuống|còn|là|:)\s*$", text[: figure.start])
    if "%" in figure.texts[0] and len(words) <= 3 and not re.search(r"[,;.:]", between) and not after_verb:
        return 1.0 + len(words)
    if figure.has_unit and figure.kind == "figure" and len(words) <= 1 and not re.search(r"[,;.:]", between):
        return 55.0
    if "%" in figure.texts[0] and not after_verb and len(between) < FARTHEST and not re.search("[;:]", between):
        return 60.0 + len(between)  # "100% bệnh viện, trạm y tế triển khai khám chữa bệnh từ xa"
    return None


def _shared(text: str, mention: Mention, pairs: list[_Pair]) -> _Pair | None:
    """The share at the head of a sentence, which holds for everything said of its subject: "100% người dân được
    lập hồ sơ sức khỏe điện tử, được khám sức khỏe định kỳ"."""
    for pair in pairs:
        rest = text[pair.figure.end : mention.start]
        if (
            pair.figure.kind == "figure"
            and pair.printed.startswith("100")
            and pair.figure.end <= pair.mention.start < mention.start
            and re.search(r"(?:,|\bvà)\s*(?:và\s+)?(?:được|có)\s+[^;]*$", rest[-40:] + " ")
            and ";" not in rest
        ):
            return replace(pair, mention=mention, rule="shared_figure", sure=0.8)
    return None


def _in_words(
    text: str, mention: Mention, figures: list[Figure], known: Vocabulary, again: bool, in_goals: bool
) -> _Pair | None:
    """A goal without a figure: a word for everybody, or the words of the goal itself. Where the sentence has a
    value of the indicator already (`again`), only a word for everybody in or right behind the name counts."""
    indicator = known.indicators[mention.indicator]
    everybody = [figure for figure in figures if figure.kind == "everybody"]
    if indicator.scale == "word" and mention.alias.startswith("được"):  # "mọi người dân được tiếp cận"
        everybody = [figure for figure in everybody if EVERY.match(figure.texts[0])]
    elif PEOPLE not in (indicator.measure.units or ()):
        return None if again else _itself(text, mention, indicator, in_goals)
    if chosen := _everybody(text, mention, everybody, again=again):
        return _Pair(mention, chosen, chosen.texts[0], "everybody_near_name", 0.75, _doubts(chosen.texts[0], indicator))
    return None


def _itself(text: str, mention: Mention, indicator: KnownIndicator, in_goals: bool) -> _Pair | None:
    """The words of a goal that is stated in words; none where the sentence only refers to it."""
    end = mention.end
    doubts = _doubts(text[mention.start : end], indicator)
    if doubts and indicator.scale == "word" and (stop := STOPS.search(text, end)):
        end = stop.start()
        doubts = _doubts(text[mention.start : end], indicator)
    words = text[mention.start : end]
    is_state = indicator.measure.is_share and (not doubts or (in_goals and "được" in words))
    refers = re.search(r"\b(?:phù hợp với|theo|căn cứ|về)\b[^;,.]{0,30}$", text[: mention.start], re.I)
    if refers or not ((indicator.scale == "word" and (in_goals or not doubts)) or is_state):
        return None
    figure = Figure(mention.start, end, (words,), True, "words")
    return _Pair(mention, figure, words, "goal_in_words", 0.6, doubts)


def _everybody(text: str, mention: Mention, everybody: list[Figure], *, again: bool) -> Figure | None:
    """The word for everybody that a name belongs to: in it, behind it, or before it in its sentence."""
    for figure in everybody:
        if figure.start < mention.end and mention.start < figure.end:
            return figure
    behind = [one for one in everybody if 0 <= one.start - mention.end <= EVERYBODY_BEHIND]
    if behind and (
        not re.search(r"[;,]", text[mention.end : behind[0].start])
        or LISTED_FOR.fullmatch(text[mention.end : behind[0].start])
    ):
        return behind[0]
    before = [one for one in everybody if one.end <= mention.start]
    if before and not again:
        between = text[before[-1].end : mention.end]
        clause = between.rpartition(";")[2]  # "người dân được khám ...; được lập sổ"
        has_verb = re.search(r"\bđược\b", clause) or (EVERY.match(before[-1].texts[0]) and re.search(r"\bcó\b", clause))
        if has_verb and (";" not in between or clause.lstrip().startswith("được")):
            return before[-1]
    return None


def _dated(text: str, pair: _Pair, figures: list[Figure], phrases: list[YearPhrase]) -> FoundGoal:
    start, end = min(pair.figure.start, pair.mention.start), max(pair.figure.end, pair.mention.end)
    phrase = phrase_of(text, start, end, figures, phrases, pair.figure.start)
    clause_start = max(text.rfind(";", 0, pair.figure.start), 0)
    clause_end = text.find(";", max(pair.figure.end, pair.mention.end))
    before = folded_words(text[clause_start : max(pair.figure.start, pair.mention.start)])
    clause = folded_words(text[clause_start : clause_end if clause_end >= 0 else len(text)])
    limits = next((name for name, words in LIMITS if words.search(clause if name in LIMITS_BY_WORDS else before)), "")
    each = re.search(r"\b(?:mỗi|h[àằ]ng) năm\b", text[clause_start : pair.figure.start]) is not None
    start, end = pair.figure.start, pair.figure.start + len(pair.printed)
    return FoundGoal(
        pair.mention.indicator,
        pair.printed,
        start,
        end,
        pair.rule,
        pair.sure,
        phrase.year if phrase else "",
        phrase.from_year if phrase else "",
        "before" if phrase and phrase.is_before else "",
        limits,
        "yes" if each and phrase and phrase.since and phrase.until else "",
        pair.doubts,
    )


def phrase_of(
    text: str, start: int, end: int, figures: list[Figure], phrases: list[YearPhrase], at: int | None = None
) -> YearPhrase | None:
    """The words of time of a goal that stands from `start` to `end`, with its figure `at`: right behind it, in it,
    else the last before it. Words in brackets, and those of the level that a change begins with, date only the figure
    that they stand beside."""
    numbers = [one for one in figures if one.kind == "figure"]
    for phrase in phrases:
        between = text[end : phrase.start]
        is_near = end <= phrase.start <= end + TRAILING and not re.search(r"[,;:.]", between)
        if (
            is_near
            and not any(end <= one.start < phrase.start for one in numbers)
            and not _has_own(text, phrase, numbers)
        ):
            return phrase
    figure = start if at is None else at
    beside = [phrase for phrase in phrases if not _is_of_other(text, phrase, figure, numbers)]
    inner = [phrase for phrase in beside if start < phrase.start < end]
    before = [phrase for phrase in beside if phrase.start < figure]
    if inner or before:
        return (inner or before)[-1]
    ends = [phrase for phrase in beside if phrase.start >= end and not re.search("[;:]", text[end : phrase.start])]
    is_alone = len(phrases) == 1 and not any(one.start >= end for one in numbers)
    return ends[0] if ends and is_alone else None


def _bracket(text: str, at: int) -> tuple[int, int] | None:
    """Where the brackets around a place begin and end."""
    opened, closed = text.rfind("(", 0, at), text.rfind(")", 0, at)
    if opened <= closed:
        return None
    end = text.find(")", at)
    return opened, end if end >= 0 else len(text)


def _has_own(text: str, phrase: YearPhrase, numbers: list[Figure]) -> bool:
    """Whether words of time stand in brackets with a figure that they date: "98% (năm 2027: 96%)"."""
    around = _bracket(text, phrase.start)
    return around is not None and any(around[0] < one.start < around[1] for one in numbers)


def _is_of_other(text: str, phrase: YearPhrase, figure: int, numbers: list[Figure]) -> bool:
    """Whether words of time before a figure date another thing: in brackets, "từ 94% năm 2025 lên 98%", or in the name
    of a paper that is to be written: "xây dựng Đề án … giai đoạn 2027 - 2035; …"."""
    if (around := _bracket(text, phrase.start)) and not around[0] < figure < around[1]:
        return True
    if phrase.since and TO_BE_WRITTEN.search(text[: phrase.start]) and re.search("[;,]", text[phrase.end : figure]):
        return True
    behind = text[phrase.end :]
    has_level = any(0 <= phrase.start - one.end <= LEVEL_NEAR for one in numbers if one.start < figure)
    return has_level and phrase.end <= figure and CHANGES_TO.match(behind) is not None
