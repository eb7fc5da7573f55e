"""Every release for good: packed when it is published, unpacked for the reader who holds a link to it."""

import atexit
import hashlib
import shutil
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from pathlib import Path

import pyarrow as pa

from healthplan.release.files import Mark, mark_of, open_file, write_whole
from healthplan.release.integrity import is_intact
from healthplan.release.records import ARCHIVE, ENDING, ReleaseRecord, now, record_of, write_record

LEVEL = 9  # 9 MB become 0.2 MB in 20 ms
UNPACKED_MOST = 8  # releases unpacked at a time, a process
_unpacked: OrderedDict[Path, None] = OrderedDict()
_hopeless: dict[Path, Mark] = {}
_unpacking = threading.Lock()
_room: list[Path] = []


def packed_path(folder: Path, name: str) -> Path:
    """Where the packed copy of a release lies."""
    return folder / ARCHIVE / f"{name}{ENDING}.zst"


def archive_release(folder: Path, release: Path, name: str) -> None:
    """Packs a release and records its bytes. Raises OSError."""
    packed = packed_path(folder, name)
    packed.parent.mkdir(exist_ok=True)
    content = release.read_bytes()
    write_whole(packed, pa.Codec("zstd", compression_level=LEVEL).compress(content, asbytes=True))
    digest = hashlib.sha256(content).hexdigest()
    write_record(folder, ReleaseRecord(name, now(), len(content), digest))


def is_archived(folder: Path, name: str) -> bool:
    """Whether the packed copy of a release is what its record says."""
    record = record_of(folder, name)
    return record is not None and _content(packed_path(folder, name), record) is not None


def unpacked_file(folder: Path, name: str) -> Path | None:
    """A file with the bytes of a packed release, under the release's name; None when the copy is damaged or
    absent. It lies in a folder of this process, which keeps a few of them. Raises OSError for a full disk."""
    record, packed = record_of(folder, name), packed_path(folder, name)
    if record is None:
        return None
    with _unpacking:
        path = _folder() / record.sha256[:16] / f"{name}{ENDING}"
        if path in _unpacked and is_intact(path, record):
            _unpacked.move_to_end(path)
            return path
        try:
            mark = mark_of(packed)
        except OSError:
            return None
        content = None if _hopeless.get(packed) == mark else _content(packed, record)
        if content is None:
            _hopeless[packed] = mark
            return None
        path.parent.mkdir(exist_ok=True)
        write_whole(path, content)
        _unpacked[path] = None
        while len(_unpacked) > UNPACKED_MOST:
            _unpacked.popitem(last=False)[0].unlink(missing_ok=True)
    return path if is_intact(path, record) else None


def _content(packed: Path, record: ReleaseRecord) -> bytes | None:
    with suppress(OSError, pa.ArrowException):
        with open_file(packed) as file, pa.CompressedInputStream(pa.PythonFile(file), "zstd") as stream:
            content = stream.read(record.size + 1)
        if hashlib.sha256(content).hexdigest() == record.sha256:
            return bytes(content)
    return None


def _folder() -> Path:
    """The folder of this process for unpacked releases; it goes when the process ends."""
    if not _room or not _room[0].is_dir():
        _room[:] = [Path(tempfile.mkdtemp(prefix="releases-"))]
        atexit.register(shutil.rmtree, _room[0], ignore_errors=True)
    return _room[0]
