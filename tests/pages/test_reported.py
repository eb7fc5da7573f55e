"""A province without a plan shows what was reported of it; a former province is named as such, and its values
are never those of the province of today."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.browser.server import built_copy
from tests.pages.screen_run import screen_run


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built_copy(tmp_path_factory.mktemp("reported") / "data")


@pytest.fixture(autouse=True)
def data(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ROADMAP72_DATA", str(built))


def markup(app: Any) -> str:
    return unescape("\n".join(element.proto.body for element in app.get("html")))


def words(app: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", markup(app)))


def tile(app: Any, place: str) -> str:
    return next(one for one in re.findall(r'<a class="tile.*?</a>', markup(app), re.S)
                if re.search(rf'place={place}\b', one))  # fmt: skip


@pytest.mark.parametrize(("lang", "place", "said", "source"), [
    ("vi", "46", ("98,02%", "tháng 6/2025", "Số đã báo cáo mà chúng tôi có"), "vietnam.vn: Huế 2025"),
    ("en", "46", ("98.02%", "June 2025", "Reported figures that we hold"), "vietnam.vn: Hue 2025"),
    ("vi", "79", ("khoảng 95%", "số ước", "Bà Rịa - Vũng Tàu (ranh giới cũ)", "93,5%"), "VNS: TP.HCM 2025"),
    ("vi", "01", ("95,51%", "tháng 10/2019", "89,4%"), "ĐBND: Hà Nội 2019"),
    ("en", "04", ("91.5%", "May 2025", "estimate"), "Thanh tra: Cao Bang 2025"),
])  # fmt: skip
def test_the_profile_of_a_province_without_a_plan_lists_what_was_reported(
    lang: str, place: str, said: tuple[str, ...], source: str
) -> None:
    told = words(screen_run("place", place=place, lang=lang))
    assert [one for one in (*said, source) if one not in told] == []


@pytest.mark.parametrize(("place", "former", "value"), [
    ("25", "Hòa Bình (ranh giới cũ)", "96,6%"), ("25", "Vĩnh Phúc (ranh giới cũ)", "88,6%"),
    ("75", "Đồng Nai (ranh giới cũ)", "93%"), ("44", "Quảng Trị (ranh giới cũ)", "10,5"),
    ("96", "Cà Mau (ranh giới cũ)", "26,2"), ("51", "Kon Tum (ranh giới cũ)", "93,46%"),
    ("19", "Thái Nguyên (ranh giới cũ)", "92%"), ("92", "Hậu Giang (ranh giới cũ)", "78,77%"),
    ("82", "Tiền Giang (ranh giới cũ)", "79,5%"), ("56", "Khánh Hòa (ranh giới cũ)", "95,7%"),
])  # fmt: skip
def test_values_of_former_provinces_stand_apart_under_a_heading_of_their_own(
    place: str, former: str, value: str
) -> None:
    told = words(screen_run("place", place=place))
    heading = told.index("Số đã báo cáo theo ranh giới cũ")
    assert told.index(former) > heading
    assert value in told[heading:]
    assert value not in told[:heading]


def test_a_province_of_which_nothing_is_held_says_so() -> None:
    assert "Ở đây cũng chưa có số đã báo cáo của Tuyên Quang." in words(screen_run("place", place="08"))


def test_the_map_dots_a_province_with_a_value_and_never_gives_it_a_former_one() -> None:
    app = screen_run("overview", indicator="health_insurance_coverage", year="2030")
    assert "tile-reported" in tile(app, "46")
    assert "98,02% (tháng 6/2025)" in tile(app, "46")
    assert "Chấm ở góc: chưa có kế hoạch ở đây, có số đã báo cáo." in words(app)
    merged = tile(app, "25")
    assert "tile-reported" not in merged
    assert "Vĩnh Phúc (ranh giới cũ): 88,6% (tháng 12/2018)." in merged
    assert "tile-reported" not in tile(app, "11")
    assert "tile-reported" not in tile(app, "08")


def test_a_tile_says_whether_the_plan_is_held_known_or_not_seen() -> None:
    app = screen_run("overview")
    told = words(app)
    assert "tile-held" in tile(app, "11")
    assert "tile-known" in tile(app, "38")
    assert "Thanh Hóa: biết có kế hoạch 244/KH-UBND (28/11/2025), chưa có ở đây." in tile(app, "38")
    assert "tile-unseen" in tile(app, "08")
    for legend in ("có kế hoạch ở đây (4)", "chưa có ở đây (3)", "chưa thấy kế hoạch (27)"):
        assert legend in told
    assert "Sơn La 01/KH-UBND (01/01/2026)" in told
    assert "https://nhansu.vn/" in markup(app)


def test_the_year_of_a_former_value_leaves_the_tile_of_today_empty() -> None:
    app = screen_run("overview", indicator="health_insurance_coverage", year="2023")
    assert "tile-shade" in tile(app, "01")
    assert "92,9" in tile(app, "01")
    for place in ("19", "51", "75"):  # their former provinces have values of 2023
        assert "tile-shade" not in tile(app, place)
        assert "<b>" not in tile(app, place)


def test_the_newest_of_several_values_of_a_year_stands_on_the_tile() -> None:
    app = screen_run("overview", indicator="health_insurance_coverage", year="2025")
    assert re.search(r"<b>\W*94\b", tile(app, "42"))


@pytest.mark.parametrize(("places", "said"), [
    ("46", ("số đã báo cáo của Huế", "98,02", "chưa có kế hoạch ở đây, chỉ có số đã báo cáo")),
    ("63-62", ("số đã báo cáo của Kon Tum (ranh giới cũ)", "93,46")),
    ("63-31,01", ("2 nơi chưa có kế hoạch", "Hải Phòng (ranh giới cũ) 2018: 84,78, sớm hơn đồ thị")),
    ("11,46", ("Điện Biên, Bao phủ BHYT: mục tiêu 100% (2030)", "98,02")),
    ("63-45", ("Quảng Trị (ranh giới cũ): chưa có kế hoạch ở đây, chưa có số đã báo cáo",)),
])  # fmt: skip
def test_trajectories_draw_what_was_reported_without_a_plan(places: str, said: tuple[str, ...]) -> None:
    app = screen_run("trajectories", indicator="health_insurance_coverage", places=places)
    assert not app.exception
    told = words(app)
    assert [one for one in said if one not in told] == []


def test_places_without_a_plan_have_a_colour_each() -> None:
    colours = dict(re.findall(r"--place-([\w-]+):var\(--(hue-\d+)\)", markup(screen_run("trajectories"))))
    assert {"46", "01", "63-75", "63-26"} <= set(colours)
    of_today = ("01", "04", "15", "22", "42", "46", "52", "75", "79", "91")
    assert len({colours[place] for place in of_today}) == len(of_today)


def test_the_list_of_places_marks_those_without_a_plan() -> None:
    (picker,) = screen_run("trajectories").multiselect
    assert {"Huế (chưa có kế hoạch)", "Kon Tum (ranh giới cũ)", "Điện Biên"} <= set(picker.options)
    assert "Huế (chưa có kế hoạch)" not in set(screen_run("compare").multiselect[0].options)
