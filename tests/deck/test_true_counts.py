"""The sentences of the other slides, for every choice: their counts, ends and years are counted again from
the tables of the release, and their English knows one from many."""

import re

import pytest

from healthplan.deck.deck import SlideKind
from tests.deck.choices import LANGS, every_title, indicators, short, slide, spoken, subsets

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
def test_the_slides_of_the_way_count_what_is_known_stated_and_missing(release, real, lang: str) -> None:
    question = """
        select d.place, d.indicator, i.headline, bool_or(now_row is not null) as known,
               bool_or(aim = 'plan' and d.goal_row is not null) as stated from distances d
        join indicators i using (indicator) group by all"""
    rows = release.execute(question).fetchall()
    counted = ((SlideKind.NOW, 3), (SlideKind.PROMISE, 4))
    for places in (chosen for chosen in subsets() if len(chosen) > 1):
        for indicator in indicators():
            own = [row for row in rows if row[0] in places and row[1] == indicator]
            for kind, at in counted:
                page = slide(kind, places, lang, indicator)
                told = numbers_in_order(page.title.removeprefix(short(indicator, lang)))
                assert len(page.figures) == len(own)
                assert len(own) < 2 or told == [sum(row[at] for row in own), len(own)], page.title
    for places in (chosen for chosen in subsets() if len(chosen) == 1):
        heads = [row for row in rows if row[0] in places and row[2]]
        for kind, at in counted:
            page, found = slide(kind, places, lang), sum(row[at] for row in heads)
            told = [] if found == 0 else [found] if found == len(heads) else [found, len(heads)]
            assert numbers_in_order(page.title) == told, page.title


@EVERY_LANG
def test_the_hard_years_are_those_of_the_stored_shape(release, real, lang: str) -> None:
    question = """
        select place, round(share_last_two * 100) from verdicts
        where sign = 'plan_shape' and share_last_two is not null"""
    shares = release.execute(question).fetchall()
    for places in subsets():
        title = slide(SlideKind.HARD, places, lang).title
        most = max((share for place, share in shares if place in places), default=None)
        assert (most is None) == ("%" not in title)
        assert most is None or int(most) in numbers_in_order(title), title


@EVERY_LANG
def test_three_things_are_to_be_settled_and_the_tasks_of_communes_are_counted(release, real, lang: str) -> None:
    led = Tally(
        release,
        """
        select place from tasks where list_has_any(
          leads, (select list(agency) from agencies where kind = 'station' or starts_with(agency, 'commune_')))""",
    )
    for places in subsets():
        assert len(slide(SlideKind.SETTLE, places, lang).points) == 3
        page, found = slide(SlideKind.COMMUNES, places, lang), led.of(places)
        assert len(page.points) == min(4, found)
        assert found < 2 or found in numbers_in_order(page.title), page.title


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
    for places in subsets():
        titles = (slide(kind, places, lang).title for kind in (SlideKind.TASKS, SlideKind.UNKNOWN))
        told = [numbers_in_order(title.removeprefix(whose(places, lang))) for title in titles]
        assert told[0] == [2027, *(tally.of(places) for tally in due)]
        assert told[1] == [tally.of(places) for tally in unknown]


def test_the_english_knows_one_from_many(real) -> None:
    titles = every_title("en")
    assert len(titles) > 2000
    assert [title for title in titles if WRONG_ENGLISH.search(title)] == []
