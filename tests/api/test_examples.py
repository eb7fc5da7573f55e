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

BLOCKS = re.findall(r"```\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.S)
README = next(block for block in BLOCKS if "curl" in block).strip().split("\n")


@pytest.fixture(scope="module")
def origin(tmp_path_factory):
    with serve(built_copy(tmp_path_factory.mktemp("examples") / "data")) as origin:
        yield origin


@pytest.fixture(scope="module")
def examples(origin: str) -> list[str]:
    """The code blocks of the page: curl, pandas, DuckDB, R, Excel; then CSV in pandas, DuckDB, R."""
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
    ranges = "goals[goals$printed == '4 - 5' & goals$place == '11', 'low']"
    assert run_r(f"{examples[3]}\ncat(unique(goals$year), {ranges})") == ["2030", "4", "4"]


def run_r(code: str) -> list[str]:
    """The words that R prints."""
    program = shutil.which("Rscript") or pytest.fail("`make Rscript` takes R from Debian: it is not here.")
    told = subprocess.run([program, "--vanilla", "-e", code], check=True, capture_output=True, text=True,
                          env=os.environ | {"LC_ALL": "C.UTF-8"})  # fmt: skip
    return told.stdout.split()


def run_python(code: str, program: str = sys.executable) -> list[str]:
    """The words that Python prints."""
    told = subprocess.run([program, "-c", code], check=True, capture_output=True, text=True)
    return told.stdout.split()


def test_codes_stay_texts_in_every_example_for_csv(examples: list[str]) -> None:
    assert run_python(f"{examples[5]}\nprint(places['place'].min())")[-1] == "01"
    found = run_python(f"{LOADED}\nprint(db.sql({examples[6]!r}).fetchone()[0])", str(DUCKDB))
    assert found == ["01"]
    assert run_r(f"{examples[7]}\ncat(min(places$place), class(places$parent))") == ["01", "character"]


def test_every_line_that_reads_csv_declares_the_codes(examples: list[str]) -> None:
    lines = [*examples, *README]
    reading = [one for one in lines if "read.csv(" in one or "read_csv(" in one]
    assert len(reading) == 5
    assert all(re.search(r"colClasses|dtype|types", one) for one in reading)


def test_the_lines_of_the_readme_run(origin: str, tmp_path) -> None:
    lines = [line.replace("http://localhost:8501", origin) for line in README]
    by_name = {line.split(" ")[0].rstrip(":"): line for line in lines}
    subprocess.run(by_name["curl"], shell=True, cwd=tmp_path, check=True, capture_output=True)
    assert (tmp_path / "goals.csv").stat().st_size > 1000
    program = by_name["python"].replace("python -c", f"{sys.executable} -c", 1)
    told = subprocess.run(program, shell=True, check=True, capture_output=True, text=True)
    assert "g" in told.stdout and "row" in told.stdout
    query = by_name["duckdb"].split(' "', 1)[1].rstrip('"')
    assert "2030" in run_python(f"{LOADED}\nprint(db.sql({query!r}).fetchone()[1])", str(DUCKDB))
    code = by_name["R"].removeprefix("R: ")
    assert run_r(f"goals <- {code}\ncat(class(goals$place), unique(goals$year))") == ["character", "2030"]
    assert fetched(by_name["Excel"].split(" ")[-1])[:2] == b"PK"


def test_what_the_example_for_excel_fetches_has_the_sheet_that_it_names(examples: list[str]) -> None:
    book = openpyxl.load_workbook(BytesIO(fetched(address_in(examples[4]))))
    sheet = book["goals"]
    heads = [cell.value for cell in sheet[1]]
    rows = [dict(zip(heads, [cell.value for cell in row], strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert sheet.freeze_panes == "A2"
    assert any(row["printed"] == "4 - 5" and row["low"] == 4 and row["high"] == 5 for row in rows)
    assert {row["year"] for row in rows} == {2030}
