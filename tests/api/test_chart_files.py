"""Every chart of the screens as a picture: what it says and shows is what the release holds."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from PIL import Image

from healthplan.api.charts import CHARTS
from healthplan.api.memos import WORD_FILES
from healthplan.charts.canvas import Canvas
from healthplan.release import publication
from healthplan.theme import LIGHT
from tests.api.charts import EVERYBODY, one, picture, rows
from tests.api.client import ask

pytestmark = pytest.mark.usefixtures("real")
SVG = "{http://www.w3.org/2000/svg}"
NEW = {  # chart: a question, and words of its title, its sources and what it shows, in each language
    "map": ("indicator=hospital_beds_per_10k",
            ("Số giường bệnh", "KH Lạng Sơn 2026", "36,2", "Hoàng Sa", "không phải bản đồ địa giới"),
            ("Hospital beds", "Lang Son plan 2026", "36.2", "Hoang Sa", "does not show boundaries")),
    "headlines": (EVERYBODY, ("các chỉ tiêu chính", "NQ 72-NQ/TW",
                              "Điện Biên 23,87 → 21, 262/2025/QH15 · 2030: chưa bằng"),
                  ("headline indicators", "Resolution 72-NQ/TW",
                   "Dien Bien 23.87 → 21, 262/2025/QH15 · 2030: short")),
    "dumbbells": (EVERYBODY, ("từ xuất phát điểm", "KH xã Mường La 2026", "68,5 → 70", "để tham khảo"),
                  ("from baseline", "Muong La plan 2026", "68.5 → 70", "for reference")),
    "rug": (EVERYBODY, ("Tất cả 44 chỉ tiêu", "KH Nghệ An 2026", "ô trống → 65", "muộn hơn yêu cầu"),
            ("All 44 indicators", "Nghe An plan 2026", "blank in the table → 65", "later than asked")),
    "spine": ("place=11", ("Điện Biên: từng chỉ tiêu", "KH Lai Châu 2026", "thiếu trang", "chấm xám"),
              ("Dien Bien: each indicator", "Lai Chau plan 2026", "page missing", "grey dot")),
    "calendar": ("date=2026-11-24", ("16 mốc trong 90 ngày", "KH Nghệ An 2026", "31/12/2026"),
                 ("16 dates in 90 days", "Nghe An plan 2026", "31 December 2026")),
    "tasks": ("place=03808&year=2026", ("31 nhiệm vụ", "KH xã Mường La 2026", "thường xuyên", "năm: 2026"),
              ("31 tasks", "Muong La plan 2026", "ongoing", "Under way in: 2026")),
    "load": ("", ("Số nhiệm vụ mỗi cơ quan chủ trì", "KH Điện Biên 2026", "Trạm Y tế xã 12", "59 trong 67"),
             ("How many tasks each body leads", "Dien Bien plan 2026", "59 of the 67")),
}  # fmt: skip


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """Shape and colour of every mark that is drawn; an open one has the colour of its edge."""
    seen: list[tuple[str, str]] = []
    mark = Canvas.mark

    def keep(canvas, x, y, shape, size, fill, edge="none", width=0):
        seen.append((shape, fill if fill not in ("none", LIGHT.surface) else f"open {edge}"))
        mark(canvas, x, y, shape, size, fill, edge, width)

    monkeypatch.setattr(Canvas, "mark", keep)
    return seen


def test_every_chart_is_asked_for_here_or_with_the_plotted_ones() -> None:
    assert set(CHARTS) == {*NEW, "trajectory", "compare", "finding"}


@pytest.mark.parametrize("lang", ["vi", "en"])
@pytest.mark.parametrize("chart", NEW)
def test_a_picture_says_title_sources_release_and_what_it_shows(chart: str, lang: str) -> None:
    query, *words = NEW[chart]
    root = ElementTree.fromstring(picture(chart, f"{query}&lang={lang}"))
    told = f"{root.find(f'{SVG}title').text} {root.find(f'{SVG}desc').text}"
    edition = publication.current_path().stem.removeprefix("release-")
    assert [word for word in (*words[lang == "en"], edition) if word not in told] == []


@pytest.mark.parametrize(("chart", "width"), [(name, 1600 if name == "map" else 2400) for name in NEW])
def test_a_png_is_twice_as_wide_as_its_sheet_and_as_high_as_it_needs(chart: str, width: int) -> None:
    found = ask(f"/charts/{chart}.png", NEW[chart][0])
    wide, high = Image.open(BytesIO(found["body"])).size
    assert (found["headers"]["content-type"], wide) == ("image/png", width) and 600 < high < 12000


def test_the_rug_has_a_sign_for_every_verdict_and_every_silence(drawn, release) -> None:
    picture("rug", EVERYBODY)
    for verdict, shape in (("weaker", "down"), ("later", "onward"), ("stronger", "up"), ("equal", "circle")):
        held = one(release, f"select count(*) from spans where row is not null and verdict = '{verdict}'")
        assert drawn.count((shape, LIGHT.signs[verdict])) == held + 1  # one in the legend
    # An indicator that no plan speaks of has no line: what only the nation asks is no silence of the plans.
    silent = one(
        release,
        """
        select count(*) filter (row is null)
        from (select *, bool_or(coalesce(row, base_row, verdict) is not null) over own as told
              from spans window own as (partition by indicator)) where told""",
    )
    assert drawn.count(("circle", f"open {LIGHT.signs['not_stated']}")) == silent + 1


def test_the_spine_has_a_mark_for_every_number_of_its_place(drawn, release) -> None:
    picture("spine", "place=12")
    known = "select count(*) from spans where place = '12' and"
    filled = one(release, f"{known} kind in ('exact', 'at_least', 'at_most', 'grade')")
    hollow = one(release, f"{known} kind in ('more_than', 'less_than', 'universal')")
    based = one(release, f"{known} base_kind in ('exact', 'grade')")
    colour = LIGHT.places["12"]
    assert (drawn.count(("circle", colour)), drawn.count(("circle", f"open {colour}"))) == (
        filled, hollow + based)  # fmt: skip


def test_the_calendar_has_a_disc_for_every_day_on_which_something_is_due(drawn) -> None:
    picture("calendar", "date=2026-11-24&place=11")
    due = {row["Day"] for row in rows("calendar", "date=2026-11-24&place=11")}
    assert drawn.count(("circle", LIGHT.accent)) == len(due) > 4


def test_the_map_has_a_tile_for_every_province_and_both_archipelagos(monkeypatch) -> None:
    written: list[str] = []
    words = Canvas.words

    def keep(canvas, x, y, line, anchor="left"):
        written.append("".join(run.text for run in line).strip())
        words(canvas, x, y, line, anchor)

    monkeypatch.setattr(Canvas, "words", keep)
    picture("map", "indicator=life_expectancy&year=2030&lang=en")
    told = " ".join(written)
    with publication.open_release(publication.current_path()) as db:
        names = [name for (name,) in db.execute(
            "select name_en from places where tile_row is not null").fetchall()]  # fmt: skip
    assert len(names) == 36 and [name for name in names if name not in told] == []
    assert {"(Da Nang)", "(Khanh Hoa)", "E A S T   S E A"} <= set(written)


def test_page_and_description_name_every_chart_and_word_file_with_what_it_takes() -> None:
    page = ask("/docs", "lang=en")["body"].decode()
    described = ask("/openapi.json")["body"].decode()
    for name, chart in CHARTS.items():
        assert f"<code>{name}</code>" in page and f'"/api/v1/charts/{name}.svg"' in described
        assert [one.name for one in chart.takes if f"<code>{one.name}</code>" not in page] == []
    for address, takes in WORD_FILES.values():
        assert f"<code>/{address}</code>" in page and f'"/{address}"' in described
        assert [one.name for one in takes if f"<code>{one.name}</code>" not in page] == []


@pytest.mark.parametrize("chart", NEW)
def test_no_letter_of_a_picture_is_smaller_than_12_pixels(chart: str, monkeypatch) -> None:
    sizes: set[float] = set()
    monkeypatch.setattr(Canvas, "words", lambda _self, _x, _y, line, anchor="left": sizes.update(
        run.size for run in line))  # fmt: skip
    picture(chart, NEW[chart][0])
    assert min(sizes) >= 12
