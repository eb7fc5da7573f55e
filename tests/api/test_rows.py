"""The rows of a dataset over HTTP: every format says the same, pages fit together, nothing is half an
answer."""

import csv
import io
import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

import duckdb
import openpyxl
import pyarrow as pa
import pyarrow.parquet as parquet
import pytest
from pyarrow import ipc

from healthplan.api.formats import FORMATS
from healthplan.cache import CACHE
from healthplan.model.dataset import DATASETS
from healthplan.release import publication
from tests.api.client import ask, json_body

FILES = [name for name in FORMATS if name != "json"]


def rows_of(form: str, body: bytes) -> list[dict[str, Any]]:
    match form:
        case "json":
            return json.loads(body)["rows"]
        case "parquet":
            return parquet.read_table(io.BytesIO(body)).to_pylist()
        case "arrow":
            return ipc.open_file(io.BytesIO(body)).read_all().to_pylist()
        case "csv":
            return list(csv.DictReader(io.StringIO(body.decode("utf-8-sig"), newline="")))
    names, *rows = openpyxl.load_workbook(io.BytesIO(body)).worksheets[0].iter_rows(values_only=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_the_same_rows(form: str) -> None:
    query = "place=11&place=12,20&year=2030&columns=row,place,printed,low"
    wanted = [(row["row"], row["place"], row["printed"], row["low"]) for row in json_body("/goals", query)["rows"]]
    found = rows_of(form, ask(f"/goals.{form}", query)["body"])
    texts = [(row["row"], row["place"], (row["printed"] or "").removeprefix("'")) for row in found]
    assert texts == [one[:3] for one in wanted] and len(texts) > 20
    lows = [None if row["low"] in (None, "") else float(row["low"]) for row in found]
    assert lows == [one[3] for one in wanted]


@pytest.mark.usefixtures("real")
@pytest.mark.parametrize("name", DATASETS)
@pytest.mark.parametrize("form", FILES)
def test_a_file_holds_every_row_and_names_its_release(name: str, form: str) -> None:
    got = ask(f"/{name}", f"format={form}")
    release = publication.current_path().stem
    assert got["status"] == 200 and got["headers"]["x-release"] == release
    assert release.removeprefix("release-") in got["headers"]["content-disposition"]
    assert len(rows_of(form, got["body"])) == int(got["headers"]["x-total-count"])


@pytest.mark.usefixtures("real")
def test_the_same_question_gives_the_same_bytes_however_it_is_written() -> None:
    for form in FORMATS:
        first = ask(f"/goals.{form}", "place=12&place=11&q=kham suc khoe")
        CACHE.forget()
        again = ask(f"/goals.{form}", f"q={quote('Khám  sức khỏe')}&place=11,12")
        assert first["body"] == again["body"] and first["headers"]["etag"] == again["headers"]["etag"]


@pytest.mark.usefixtures("real")
def test_pages_follow_each_other_to_the_last_row_in_one_release() -> None:
    query, rows = "limit=100", []
    for _ in range(10):
        page = json_body("/values", query)
        rows += page["rows"]
        if not page["next"]:
            break
        query = page["next"].removeprefix("?")
        assert f"release={page['release']}" in query
    assert [row["row"] for row in rows] == [row["row"] for row in json_body("/values", "limit=100000")["rows"]]
    assert len(rows) == page["total"] > 300


@pytest.mark.usefixtures("real")
def test_a_page_says_in_its_headers_how_many_there_are_and_where_the_next_is() -> None:
    got = ask("/goals.csv", "limit=10")
    assert int(got["headers"]["x-total-count"]) == json_body("/goals")["total"] > 10
    assert got["headers"]["link"].endswith('>; rel="next"') and "offset=10" in got["headers"]["link"]
    assert "link" not in ask("/goals.csv", "limit=100000")["headers"]


@pytest.mark.usefixtures("real")
def test_the_database_itself_can_be_taken_and_opened(tmp_path: Path) -> None:
    got = ask("/release.duckdb")
    (tmp_path / "taken.duckdb").write_bytes(got["body"])
    with duckdb.connect(tmp_path / "taken.duckdb", read_only=True) as db:
        assert db.sql("select name from release").fetchall() == [(publication.current_path().name,)]
    assert ask("/database.duckdb")["body"] == got["body"]


@pytest.mark.usefixtures("real")
def test_parquet_and_arrow_say_in_themselves_what_they_are() -> None:
    for form, read in (
        ("parquet", lambda raw: parquet.read_schema(raw)),
        ("arrow", lambda raw: ipc.open_file(raw).schema),
    ):
        schema: pa.Schema = read(io.BytesIO(ask(f"/goals.{form}", "place=11")["body"]))
        assert schema.metadata[b"roadmap72.release"].decode() == publication.current_path().stem
        assert schema.metadata[b"roadmap72.filters"] == b"place=11"


@pytest.mark.usefixtures("real")
def test_what_a_year_demands_follows_the_day_of_the_address() -> None:
    asked = {day: ask("/distances", f"date={day}&place=11&aim=nation&columns=on_day,months_left,a_year_low")
             for day in ("2027-04-07", "2028-04-07")}  # fmt: skip
    tags = {found["headers"]["etag"] for found in asked.values()}
    assert len(tags) == 2
    for day, found in asked.items():
        assert {row["on_day"] for row in json.loads(found["body"])["rows"]} == {day}
    assert ask("/distances", "date=2027-02-30")["status"] == 400 and ask("/goals", "date=2027-04-07")["status"] == 400
