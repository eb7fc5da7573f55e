"""The file that readers take opens in the DuckDB that they have."""

import subprocess
from pathlib import Path

from tests.browser.server import ROOT

OLDER = ROOT / "build" / "duckdb-http" / "bin" / "python"  # made by `make test`
COUNT = """
import sys, duckdb
assert duckdb.__version__ < "2"
db = duckdb.connect(sys.argv[1], read_only=True)
tables = db.execute("select table_schema, table_name from information_schema.tables").fetchall()
for schema, name in tables:
    db.execute(f'select count(*), bit_xor(hash(t)) from {schema}."{name}" t').fetchall()
print(len(tables), db.execute("select count(*) from datasets.goals").fetchone()[0])
"""


def test_every_table_and_view_opens_in_an_older_duckdb(real: Path, release) -> None:
    (path,) = (real / "published").glob("release-*.duckdb")
    done = subprocess.run([OLDER, "-c", COUNT, path], capture_output=True, text=True, check=False)
    ((tables,),) = release.execute("select count(*) from information_schema.tables").fetchall()
    ((goals,),) = release.execute("select count(*) from datasets.goals").fetchall()
    assert (done.stderr, done.stdout) == ("", f"{tables} {goals}\n")
