"""One connection to each release that is being read, shared by the screens and the API."""

import threading
from collections import OrderedDict
from pathlib import Path

import duckdb

OPEN_MOST = 4
# A reader gets the facts and nothing else: no files, no network, no endless query.
READER_CONFIG = {
    **dict.fromkeys(
        (
            "enable_external_access",
            "allow_community_extensions",
            "autoload_known_extensions",
            "autoinstall_known_extensions",
            "allow_persistent_secrets",
            "python_enable_replacements",
        ),
        "false",
    ),
    "memory_limit": "512MB",
    "threads": "2",
    "temp_directory": "",
    "max_execution_time": "10000",  # of the clock, so a busy machine needs room; our own questions take milliseconds
    "lock_configuration": "true",
}
_open: OrderedDict[Path, duckdb.DuckDBPyConnection] = OrderedDict()
_opening = threading.Lock()


def open_release(path: Path) -> duckdb.DuckDBPyConnection:
    """A locked, read-only connection of one's own. Raises duckdb.Error."""
    return duckdb.connect(path, read_only=True, config={**READER_CONFIG})


def connection(path: Path) -> duckdb.DuckDBPyConnection:
    """The shared connection to a release; take a cursor for each question. Raises duckdb.Error."""
    with _opening:
        if path not in _open:
            _open[path] = open_release(path)
        _open.move_to_end(path)
        while len(_open) > OPEN_MOST:
            _open.popitem(last=False)  # closed when the last cursor is
        return _open[path]


def close_connection(path: Path) -> None:
    """Forgets the connection to a file that is no longer what it was; DuckDB would go on with the old one."""
    with _opening:
        _open.pop(path, None)
