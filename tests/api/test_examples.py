"""The examples of the API's page, taken from the page and run against a live server.

Excel is not at hand where the tests run: what its example fetches is fetched and read as it would read it.
DuckDB's extension for HTTP is not to be had for the version in use, so a version before it runs the query.
"""

import html
import os
import re
import shutil
import subprocess
import sys
import urllib.request
from io import BytesIO

import openpyxl
import pandas
import pytest

from tests.browser.server import ROOT, built_copy, serve

DUCKDB = ROOT / "build" / "duckdb-http" / "bin" / "python"  # made by `make test`
LOADED = """
import duckdb, duckdb_extension_httpfs, pathlib
folder = pathlib.Path(duckdb_extension_httpfs.__file__).parent / "extensions" / f"v{duckdb.__version__}"
db = duckdb.connect(config={"allow_unsigned_extensions": "true"})
db.execute(f"load '{folder / 'httpfs.duckdb_extension'}'")"""


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


def test_the_query_for_duckdb_runs_over_http(examples: list[str]) -> None:
    code = f"{LOADED}\nfor row in db.sql({examples[2]!r}).fetchall(): print(row)"
    told = subprocess.run([DUCKDB, "-c", code], check=True, capture_output=True, text=True)
    assert "('Điện Biên', 2027, '4 - 5', 4.0, 5.0)" in told.stdout.splitlines()


def test_the_example_for_r_runs(examples: list[str]) -> None:
    program = shutil.which("Rscript") or pytest.fail("`make Rscript` takes R from Debian: it is not here.")
    ranges = "goals[goals$printed == '4 - 5' & goals$place == '11', 'low']"
    code = f"{examples[3]}\ncat(unique(goals$year), {ranges})"
    told = subprocess.run([program, "--vanilla", "-e", code], check=True, capture_output=True, text=True,
                          env=os.environ | {"LC_ALL": "C.UTF-8"})  # fmt: skip
    assert told.stdout.split() == ["2030", "4", "4"]


def test_what_the_example_for_excel_fetches_has_the_sheet_that_it_names(examples: list[str]) -> None:
    book = openpyxl.load_workbook(BytesIO(fetched(address_in(examples[4]))))
    sheet = book["goals"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert sheet.freeze_panes == "A2"
    assert any(row["printed"] == "4 - 5" and row["low"] == 4 and row["high"] == 5 for row in rows)
    assert {row["year"] for row in rows} == {2030}
