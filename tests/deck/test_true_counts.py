"""The sentences of the other slides, for every choice: their counts, ends and years are counted again from
the tables of the release, and their English knows one from many."""

import re

import pytest

from healthplan.deck.deck import SlideKind
from tests.deck.choices import LANGS, every_title, indicators, short, slide, spoken, subsets
from tests.deck.forms.facts import numbers

EVERY_LANG = pytest.mark.parametrize("lang", LANGS)
# One of a thing is not many of it, and many are not one.
WRONG_ENGLISH = re.compile(
    r"\b1 (plans|goals|places|points|papers|values|rows|cells)\b|\b1 of \d+ plans (fall|reach|go|state)\b"
    r"|\b([02-9]|\d\d+) of \d+ plans (falls|reaches|goes|states)\b|\b([02-9]|\d\d+) (plan|goal|place|point) "
    r"|\ball 1\b|\bthese 1\b|  |\{"
)


def numbers_in_order(text: str) -> list[int]:
    """The whole numbers of a sentence as they come, without the name of a paper."""
    return [int(one) for one in re.findall(r"\d+", re.sub(r"\S*\d\S*-\S+", "", text))]


class Tally:
    """How many rows of a question are about some places, and about an indicator if one is named."""

    def __init__(self, release, question: str, **facts) -> None:
        self.rows = release.execute(question, facts).fetchall()

    def of(self, places: tuple[str, ...], indicator: str = "") -> int:
        return sum(row[0] in places and indicator in ("", *row[1:]) for row in self.rows)


def whose(places: tuple[str, ...], lang: str, indicator: str = "") -> str:
    """The beginning of a sentence: of what, and of whom."""
    about = f"{short(indicator, lang)}, " if indicator else ""
    if len(places) == 1:
        return f"{about}{spoken(lang).place_name(places[0])}: "
    return f"{about}{len(places)} {'kế hoạch' if lang == 'vi' else 'plans'}: "


@EVERY_LANG
def test_what_falls_short_is_counted_for_whom_and_of_what(release, real, lang: str) -> None:
    tallies = [Tally(release, "select place, indicator from findings where rule = $rule", rule=rule)
               for rule in ("weaker_than_nation", "later_than_nation")]  # fmt: skip
    for indicator in ("", *indicators()):
        for places in subsets():
            found = [tally.of(places, indicator) for tally in tallies]
            title = slide(SlideKind.BEHIND, places, lang, indicator).title
            assert title.startswith(whose(places, lang, indicator)), title
            told = numbers_in_order(title.removeprefix(whose(places, lang, indicator)))
            assert told == (found if any(found) else []), (title, found)


@EVERY_LANG
def test_where_one_paper_says_two_things_is_counted(release, real, lang: str) -> None:
    tally = Tally(
        release,
        """
        select f.place, f.indicator from findings f
        join pieces a on a.row = f.row_a join pieces b on b.row = f.row_b
        where f.rule in ('text_table_differ', 'same_number_other_sign', 'two_years', 'universal_below_100',
          'everybody_ramp') and a.document = b.document""",
    )
    for indicator in ("", *indicators()):
        for places in subsets():
            title = slide(SlideKind.CLASH, places, lang, indicator).title
            assert title.startswith(whose(places, lang, indicator)), title
            found = tally.of(places, indicator)
            told = numbers_in_order(title.removeprefix(whose(places, lang, indicator)))
            assert told == ([found] if found else []), title


@EVERY_LANG
def test_the_least_and_the_most_that_a_year_demands_are_those_of_the_verdicts(release, real, lang: str):
    question = """
        select place, [round(abs(amount_least), 2), round(abs(amount_most), 2)] from verdicts
        where sign = 'required_pace' and verdict = 'required' and indicator = $indicator"""
    for indicator in indicators():
        known = dict(release.execute(question, {"indicator": indicator}).fetchall())
        for places in subsets():
            title = slide(SlideKind.PACE, places, lang, indicator).title.removeprefix(short(indicator, lang))
            unit = spoken(lang).indicators[indicator][f"change_{lang}"]
            own = [known[place] for place in places if place in known]
            amounts = [amount for least_and_most in own for amount in least_and_most]
            named = [place for place in spoken(lang).planned if spoken(lang).place_name(place) in title]
            of_all = {len(own), len(places)} if len(own) > 1 else set()
            assert numbers(title.replace(unit, " "), lang) == ends(amounts) | of_all, title
            assert named == ([one for one in places if one in known] if len(own) == 1 else []), title


def ends(found: list[float]) -> set[float]:
    return {min(found), max(found)} if found else set()


@EVERY_LANG
def test_a_map_counts_the_provinces_that_have_a_value_in_its_year(release, real, lang: str) -> None:
    question = """
        select s.year, count(distinct s.place) from statements s join places p using (place)
        where s.indicator = $indicator and p.kind = 'province' and s.series <> 'benchmark'
          and s.kind <> 'unknown' and s.year is not null group by s.year order by s.year"""
    years = {row[0]: row[1] for row in release.execute("select indicator, scale from indicators").fetchall()}
    for indicator in (one for one in indicators() if years[one] not in ("grade", "word")):
        for year, found in release.execute(question, {"indicator": indicator}).fetchall():
            title = slide(SlideKind.MAP, subsets()[-1], lang, indicator, str(year)).title
            told = numbers_in_order(title.removeprefix(short(indicator, lang)))
            assert told == [year, found, 34], title


@EVERY_LANG
def test_the_overview_counts_its_cells(real, lang: str) -> None:
    groups = {"stronger": 0, "equal": 0, "weaker": 1, "later": 1, "two_levels": 2}
    for places in subsets():
        page = slide(SlideKind.RUG, places, lang)
        found = [groups.get(cell.sign, 3) for row in page.table.rows for cell in row[2:]]
        assert numbers_in_order(page.title) == [len(found), *(found.count(group) for group in range(4))]


@EVERY_LANG
def test_what_is_due_and_what_is_not_known_is_counted(release, real, lang: str) -> None:
    dated = """
        select place from (
          select place, ends as due from tasks where time_kind not in ('ongoing', 'yearly', 'conditional')
          union all select place, due_on from duties where cadence = 'once'
        ) where due >= make_date($first, 1, 1) and due < make_date($last, 1, 1)"""
    due = [
        Tally(release, dated, first=2027, last=2028),
        Tally(release, "select place from duties where cadence = 'yearly' and month is not null"),
        Tally(release, dated, first=2000, last=2027),
    ]
    unknown = [Tally(release, "select place from findings where rule = $rule", rule=rule)
               for rule in ("left_out", "no_baseline")]  # fmt: skip
    required = Tally(
        release,
        """
        select place from verdicts where sign = 'required_pace' and verdict = 'required'""",
    )
    for places in subsets():
        titles = (slide(kind, places, lang).title for kind in (SlideKind.TASKS, SlideKind.UNKNOWN, SlideKind.DEMANDS))
        told = [numbers_in_order(title.removeprefix(whose(places, lang))) for title in titles]
        assert told[0] == [2027, *(tally.of(places) for tally in due)]
        assert told[1] == [tally.of(places) for tally in unknown]
        assert told[2] == [one for one in [required.of(places)] if one]


def test_the_english_knows_one_from_many(real) -> None:
    titles = every_title("en")
    assert len(titles) > 2000
    assert [title for title in titles if WRONG_ENGLISH.search(title)] == []
