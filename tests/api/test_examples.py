"""The examples of the API's page, taken from the page and run against a live server.

R and Excel are not at hand where the tests run: what their examples fetch is fetched and read as they would
read it. DuckDB cannot load its HTTP extension there either, so its query reads a copy of the same file.
"""

import html
import re
import subprocess
import sys
import urllib.request
from io import BytesIO

import duckdb
import openpyxl
import pandas
import pytest

from tests.browser.server import built_copy, serve


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    with serve(built_copy(tmp_path_factory.mktemp("examples") / "data")) as origin:
        yield origin


@pytest.fixture(scope="module")
def examples(origin: str) -> list[str]:
    """The code blocks of the page, in their order: curl, pandas, DuckDB, R, Excel."""
    page = fetched(f"{origin}/api/v1/docs?lang=en").decode()
    blocks = re.findall(r"<pre[^>]*><code[^>]*>(.*?)</code></pre>", page, re.S)
    return [html.unescape(code) for code in blocks]


def fetched(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read()


def address_in(code: str) -> str:
    return re.search(r"https?://[^\"']+", code)[0]


def test_the_page_shows_five_examples_for_this_very_server(examples: list[str], origin: str) -> None:
    assert len(examples) >= 5
    assert all(address_in(code).startswith(origin) for code in examples[:5])


def test_the_citations_that_the_page_names_are_there(origin: str) -> None:
    page = html.unescape(fetched(f"{origin}/api/v1/docs?lang=en").decode())
    addresses = re.findall(rf"{origin}/api/v1/cite\?[^\s<]+", page)
    assert len(addresses) == 4
    assert all("release-" in fetched(address).decode() for address in addresses)


def test_the_example_for_curl_runs(examples: list[str], tmp_path) -> None:
    subprocess.run(examples[0], shell=True, cwd=tmp_path, check=True, capture_output=True)
    read = pandas.read_csv(tmp_path / "goals.csv", dtype={"place": str})
    assert set(read["indicator"]) == {"health_insurance_coverage"} and "11" in set(read["place"])


def test_the_example_for_pandas_runs(examples: list[str]) -> None:
    told = subprocess.run([sys.executable, "-c", examples[1]], check=True, capture_output=True, text=True)
    assert "Điện Biên" in told.stdout and "23,8" in told.stdout


def test_the_query_for_duckdb_runs_over_the_file_that_it_names(examples: list[str], tmp_path) -> None:
    copy = tmp_path / "goals.parquet"
    copy.write_bytes(fetched(address_in(examples[2])))
    rows = duckdb.sql(examples[2].replace(address_in(examples[2]), str(copy))).fetchall()
    assert ("Điện Biên", 2027, "4 - 5", 4.0, 5.0) in rows


def test_what_the_example_for_r_fetches_reads_as_it_expects(examples: list[str]) -> None:
    body = fetched(address_in(examples[3]))
    assert body.startswith(b"\xef\xbb\xbf")
    read = pandas.read_csv(BytesIO(body), dtype=str, encoding="utf-8-sig")
    printed = read["printed"].str.replace(r"^'", "", regex=True)
    assert "4 - 5" in set(printed) and set(read["year"]) == {"2030"}


def test_what_the_example_for_excel_fetches_has_the_sheet_that_it_names(examples: list[str]) -> None:
    book = openpyxl.load_workbook(BytesIO(fetched(address_in(examples[4]))))
    sheet = book["goals"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert sheet.freeze_panes == "A2"
    assert any(row["printed"] == "4 - 5" and row["low"] == 4 and row["high"] == 5 for row in rows)
    assert {row["year"] for row in rows} == {2030}
