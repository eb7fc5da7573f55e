"""The examples of the API's page: what to type in each program. A test takes them from the page and runs
them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """What to type in one program."""

    program: str
    code: str


def examples(origin: str) -> list[Example]:
    """The examples for the server at `origin`, which ends with a stroke. Where CSV is read, codes stay texts:
    "01" is no number."""
    goals, places = f"{origin}api/v1/goals", f"{origin}api/v1/places"
    return [
        Example("curl", f'curl --fail --output goals.csv "{goals}.csv?indicator=health_insurance_coverage"'),
        Example("Python, pandas", _PANDAS.format(goals=goals)),
        Example("DuckDB", _DUCKDB.format(goals=goals)),
        Example("R", _R.format(goals=goals)),
        Example("Excel, Power Query", _EXCEL.format(goals=goals)),
        Example("Python, pandas, CSV", _PANDAS_CSV.format(places=places)),
        Example("DuckDB, CSV", _DUCKDB_CSV.format(places=places)),
        Example("R, CSV", _R_CSV.format(places=places)),
    ]


_PANDAS = """\
import pandas as pd

goals = pd.read_parquet("{goals}.parquet?indicator=stunting_under5")
print(goals[["place_vi", "year", "printed", "low", "high"]])"""
_DUCKDB = """\
SELECT place_vi, year, printed, low, high
FROM '{goals}.parquet'
WHERE indicator = 'doctors_per_station'
ORDER BY place_vi, year;"""
_R = """\
goals <- read.csv("{goals}.csv?year=2030",
  fileEncoding = "UTF-8-BOM", colClasses = c(place = "character"))
goals$printed <- sub("^'", "", goals$printed)"""
_EXCEL = """\
let
  Book = Excel.Workbook(Web.Contents("{goals}.xlsx?year=2030"), true),
  Goals = Book{{[Item = "goals", Kind = "Sheet"]}}[Data]
in
  Goals"""
_PANDAS_CSV = """\
import pandas as pd

places = pd.read_csv("{places}.csv?kind=province", dtype={{"place": "str", "parent": "str"}})
print(places[["place", "name_vi"]])"""
_DUCKDB_CSV = """\
SELECT place, name_vi, tile_row
FROM read_csv('{places}.csv?kind=province', types = {{'place': 'VARCHAR', 'parent': 'VARCHAR'}})
ORDER BY place;"""
_R_CSV = """\
places <- read.csv("{places}.csv?kind=province",
  fileEncoding = "UTF-8-BOM", colClasses = c(place = "character", parent = "character"))"""
