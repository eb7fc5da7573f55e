"""Files for programs that keep every type: Parquet and Arrow IPC. The head stands in the metadata; the same
rows and
head give the same bytes."""

from io import BytesIO

import pyarrow as pa
from pyarrow import ipc, parquet

from healthplan.export.head import Head


def parquet_file(table: pa.Table, head: Head) -> bytes:
    """A Parquet file, packed with what every reader of Parquet can unpack."""
    out = BytesIO()
    parquet.write_table(_told(table, head), out, compression="snappy")
    return out.getvalue()


def arrow_file(table: pa.Table, head: Head) -> bytes:
    """An Arrow IPC file (Feather, version 2)."""
    # What DuckDB leaves in memory where a cell is empty is another each time; `take` writes nought there.
    out, told = BytesIO(), _told(table.take(pa.array(range(table.num_rows), pa.int64())), head)
    with ipc.new_file(out, told.schema) as writer:
        writer.write_table(told)
    return out.getvalue()


def _told(table: pa.Table, head: Head) -> pa.Table:
    return table.replace_schema_metadata({f"roadmap72.{name}": fact for name, fact in head.facts.items()})
