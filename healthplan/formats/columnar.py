"""Files for programs that keep every type: Parquet and Arrow IPC. The head stands in the metadata; the same
rows and
head give the same bytes."""

from io import BytesIO

import pyarrow as pa
from pyarrow import ipc, parquet

from healthplan.formats.head import Head


def parquet_file(table: pa.Table, head: Head) -> bytes:
    """A Parquet file, packed with what every reader of Parquet can unpack."""
    out = BytesIO()
    parquet.write_table(_with_metadata(table, head), out, compression="snappy")
    return out.getvalue()


def arrow_file(table: pa.Table, head: Head) -> bytes:
    """An Arrow IPC file (Feather, version 2). It goes by way of Parquet, which leaves out what an empty cell
    happened to hold in memory."""
    out, told = BytesIO(), parquet.read_table(BytesIO(parquet_file(table, head)))
    with ipc.new_file(out, told.schema) as writer:
        writer.write_table(told)
    return out.getvalue()


def _with_metadata(table: pa.Table, head: Head) -> pa.Table:
    return table.replace_schema_metadata({f"roadmap72.{name}": fact for name, fact in head.facts.items()})
