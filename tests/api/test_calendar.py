"""The calendar file as a calendar program gets it: read back by two libraries, asked wrongly, asked twice."""

from datetime import date

import pytest
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar
from starlette.applications import Starlette
from starlette.testclient import TestClient

from healthplan.api.calendar import CALENDAR_ROUTES
from tests.browser.server import built_copy

ADDRESS = "/api/v1/calendar.ics"


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    data = built_copy(tmp_path_factory.mktemp("calendar") / "data")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAP72_DATA", str(data))
        yield TestClient(Starlette(routes=CALENDAR_ROUTES))


def events(text: str) -> dict[str, dict]:
    return {str(event["summary"]): event for event in Calendar.from_ical(text).walk("VEVENT")}


def test_a_monthly_duty_stands_on_its_last_good_day_and_comes_back(client) -> None:
    found = events(client.get(f"{ADDRESS}?place=11").text)
    monthly = found["Điện Biên: Báo cáo kết quả thực hiện Kế hoạch hằng tháng"]
    assert monthly["dtstart"].dt == date(2026, 3, 13)
    assert monthly["rrule"] == {"FREQ": ["MONTHLY"], "BYMONTHDAY": [13]}
    assert "trước ngày 14 hằng tháng" in monthly["description"] and "Mục IV.1" in monthly["description"]


@pytest.mark.parametrize(
    ("title", "start", "rule"),
    [
        (
            "Điện Biên: Báo cáo kết quả thực hiện Kế hoạch hằng năm",
            date(2026, 12, 13),
            {"FREQ": ["YEARLY"], "BYMONTHDAY": [13], "BYMONTH": [12]},
        ),
        (
            "Nghệ An: Tổ chức mít tinh, thi đấu thể thao quần chúng nhân Ngày Sức khỏe toàn dân",
            date(2027, 4, 7),
            {"FREQ": ["YEARLY"], "BYMONTHDAY": [7], "BYMONTH": [4]},
        ),
        (
            "Nghệ An: Hoàn thành kế hoạch chi tiết, ghi rõ nội dung, lộ trình, sản phẩm và trách nhiệm",
            date(2026, 6, 14),
            None,
        ),
        ("Điện Biên: bắt đầu: Phát triển nhân lực y tế chất lượng cao theo Đề án", date(2027, 1, 1), None),
    ],
)
def test_a_deadline_is_in_the_file_of_everything(client, title: str, start: date, rule: dict | None) -> None:
    event = events(client.get(ADDRESS).text)[title]
    assert (event["dtstart"].dt, event.get("rrule")) == (start, rule)


def test_a_strict_reader_accepts_it_and_every_event_has_a_name_of_its_own(client) -> None:
    text = client.get(ADDRESS).text
    read = IcsCalendarStream.calendar_from_ics(text)
    names = [event.uid for event in read.events]
    assert len(names) == len(set(names)) == text.count("BEGIN:VEVENT") > 20
    assert "TZID:Asia/Ho_Chi_Minh" in text and read.timezones


def test_the_same_question_gives_the_same_bytes_and_then_nothing_new(client) -> None:
    first, second = client.get(ADDRESS), client.get(ADDRESS)
    assert first.content == second.content
    again = client.get(ADDRESS, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_body_gets_what_it_does_and_what_it_receives(client) -> None:
    found = events(client.get(f"{ADDRESS}?place=11&agency=provincial_peoples_committee&lang=en").text)
    assert set(found) == {name for name in found if "Provincial People's Committee" in name} != set()


@pytest.mark.parametrize(
    ("query", "vi"),
    [
        ("plce=11", "Địa chỉ này không có tham số “plce”. Các tham số dùng được: lang, release, place, agency."),
        ("place=99", "“99” không phải là giá trị của place. Dùng được: 11, 12, 20, 40, 03808."),
    ],
)
def test_a_wrong_question_is_answered_with_what_is_allowed(client, query: str, vi: str) -> None:
    answer = client.get(f"{ADDRESS}?{query}")
    assert (answer.status_code, answer.json()["error"]["vi"]) == (400, vi)
    assert answer.json()["error"]["en"]
