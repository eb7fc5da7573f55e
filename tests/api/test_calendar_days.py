"""From the cells of duties.csv to the days that readers get: rows, picture, calendar file, brief and slides
agree."""

import csv
from datetime import datetime
from io import BytesIO, StringIO
from pathlib import Path

from dateutil.rrule import rrulestr
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar, Event
from pypdf import PdfReader

from etl.run import run
from tests.api.client import ask

HEAD = "who_vi,who_en,to_whom_vi,to_whom_en,what_vi,what_en,cadence,month,day,due_on,bound,due_printed,locator,line"
# cells of cadence, month, day, due_on and bound; the days in the first quarter of 2027
DUTIES = {
    "monthly,,30,,before": ["2027-01-29", "2027-02-28", "2027-03-29"],
    "monthly,,29,,on": ["2027-01-29", "2027-02-28", "2027-03-29"],
    "monthly,,31,,within": ["2027-01-31", "2027-02-28", "2027-03-31"],
    "monthly,,1,,before": ["2027-01-31", "2027-02-28", "2027-03-31"],
    "monthly,,,,within": ["2027-01-31", "2027-02-28", "2027-03-31"],
    "quarterly,3,15,,before": ["2027-03-14"],
    "quarterly,1,5,,on": ["2027-01-05"],
    "quarterly,2,31,,on": ["2027-02-28"],
    "quarterly,3,,,within": ["2027-03-31"],
    "quarterly,,,,within": ["2027-03-31"],
    "half_yearly,2,30,,within": ["2027-02-28"],
    "half_yearly,3,,,before": ["2027-02-28"],
    "half_yearly,6,15,,before": [],
    "yearly,2,29,,on": ["2027-02-28"],
    "yearly,3,1,,before": ["2027-02-28"],
    "yearly,1,1,,before": [],
    "yearly,2,,,within": ["2027-02-28"],
    "weekly,,6,,before": [f"2027-{day}" for day in (
        "01-07", "01-14", "01-21", "01-28", "02-04", "02-11", "02-18", "02-25", "03-04", "03-11", "03-18",
        "03-25")],
    "once,,,2027-03-01,before": ["2027-02-28"],
    "quarterly,,,,": [], "on_request,,,,": [], "periodic,,,,": [],
}  # fmt: skip


def written(folder: Path) -> None:
    """The duties of a plan, one for each kind of deadline."""
    lines = [
        f"Sở Y tế,Department of Health,,,Việc {at},Duty {at},{cells},hạn{at}.,Mục IV,35"
        for at, cells in enumerate(DUTIES)
    ]
    (folder / "plans/dien-bien-2026/duties.csv").write_text("\n".join([HEAD, *sorted(lines)]) + "\n", "utf-8")
    run()


def comes_back(event: Event) -> list[str]:
    """The days of a rule, its first day included, as another library reads them."""
    start = datetime.combine(event["dtstart"].dt, datetime.min.time())
    rule = rrulestr(event["rrule"].to_ical().decode(), dtstart=start)
    return [one.date().isoformat() for one in rule.between(start, datetime(2030, 1, 1), inc=True)]


def test_every_kind_of_deadline_has_its_days_in_the_rows_the_file_and_the_sheet(small_data: Path) -> None:
    written(small_data)
    shown = {at: [] for at in range(len(DUTIES))}
    told = ask("/charts/calendar.csv", "date=2027-01-01")["body"].decode("utf-8-sig")
    for row in csv.DictReader(StringIO(told)):
        title = row["Nhiệm vụ (viết gọn)"]
        if title.startswith("Việc") and row["Ngày"] < "2027-04":
            shown[int(title.split()[1])].append(row["Ngày"])
    assert list(shown.values()) == [list(one) for one in DUTIES.values()]
    assert ask("/charts/calendar.svg", "date=2027-01-01")["status"] == 200
    sheet = ask("/briefs/11.pdf")
    assert sheet["status"] == 200
    text = "".join(page.extract_text() for page in PdfReader(BytesIO(sheet["body"])).pages)
    for at, cells in enumerate(DUTIES):
        assert (f"hạn{at}." in text) == (not cells.endswith(",")), cells
    for year in (2027, 2028):
        assert ask("/decks/deck.html", f"slides=tasks&day={year}-11-24")["status"] == 200


def test_the_calendar_file_comes_back_on_the_days_of_the_screen(small_data: Path) -> None:
    written(small_data)
    text = ask("/calendar.ics")["body"].decode()
    events = {str(one["summary"]).split("Việc ")[-1]: one for one in Calendar.from_ical(text).walk("VEVENT")}
    assert len(IcsCalendarStream.calendar_from_ics(text).events) == text.count("BEGIN:VEVENT")
    for at, (cells, days) in enumerate(DUTIES.items()):
        event = events.get(str(at))
        assert (event is None) == cells.endswith(","), cells
        if event and "rrule" in event:
            assert [one for one in comes_back(event) if "2027-01-01" <= one < "2027-04"] == days, cells
