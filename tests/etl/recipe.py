"""How a case of tests/bad spoils one file of a good data folder."""

import io
import os
import shutil
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv as pcsv
import pyarrow.parquet as pq

from etl.commune_files import TYPES


def spoil(folder: Path, case: dict[str, Any]) -> None:
    """Does what the case says to its file: remove, make it a folder, grow, empty, copy, encode, add a row,
    write it anew, rename it, make it a link or a pipe, give it a name in Latin-1, or put `new` for `old`;
    then what it says `also`."""
    path = folder / case["file"]
    match case:
        case {"parquet": rows}:
            write_parquet(path, rows, case.get("types", {}), case.get("times", 1))
        case {"remove": True}:
            path.unlink()
        case {"folder": True}:
            path.unlink(missing_ok=True)
            path.mkdir(parents=True)
        case {"write": text}:
            if path.is_dir():
                shutil.rmtree(path)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode(case.get("as", "utf-8")))
        case {"rename": name}:
            path.rename(path.parent / name)
        case {"link": target}:
            path.unlink(missing_ok=True)
            path.symlink_to(target)
        case {"pipe": True}:
            path.unlink()
            os.mkfifo(path)
        case {"latin1_name": True}:
            Path(os.fsdecode(os.fsencode(folder) + b"/" + case["file"].encode("latin-1"))).write_bytes(b"")
        case {"grow": size}:
            os.truncate(path, size)
        case {"empty": True}:
            path.write_bytes(b"")
        case {"copy": other}:
            path.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(folder / other, path)
        case {"encode": encoding}:
            mark = "\ufeff" if case.get("mark") else ""
            path.write_bytes((mark + path.read_text(encoding="utf-8")).encode(encoding))
        case {"add": row}:
            path.write_bytes(path.read_bytes() + row.encode() + b"\n")
        case {"old": old, "new": new}:
            put(path, old, new.encode("latin-1" if case.get("latin1") else "utf-8"))
    for other in case.get("also", []):
        spoil(folder, other)


def put(path: Path, old: str, new: bytes) -> None:
    """Replaces the first occurrence; a recipe that finds nothing to spoil is a mistake of the test."""
    raw = path.read_bytes()
    if old.encode() not in raw:
        raise ValueError(f"{path.name} has no {old!r}")
    path.write_bytes(raw.replace(old.encode(), new, 1))


def write_parquet(path: Path, rows: str, types: dict[str, str] | None = None, times: int = 1) -> None:
    """The rows of a CSV text as Parquet, so many times; `types` names those of columns that differ from the usual."""
    wanted = TYPES | {name: pa.type_for_alias(alias) for name, alias in (types or {}).items()}
    options = pcsv.ConvertOptions(column_types=wanted, strings_can_be_null=True)
    table = pcsv.read_csv(io.BytesIO(rows.encode()), convert_options=options)
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(pa.concat_tables([table] * times).combine_chunks(), path)
