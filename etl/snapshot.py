"""What lies under data/, read once: every known file as bytes, and a complaint for whatever is not known or
cannot be read. The release's name and its rows are both made from these bytes."""

import errno
import os
import stat
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from etl.names import LEAVING, LOCK, PASSED_BY, SPREADSHEET, file_meant, folder_meant, folder_rules, inside, known_here
from healthplan.model.complaint import Complaint

BYTES_MAX = 50_000_000
NOT_BLOCKING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@dataclass(slots=True)
class Snapshot:
    """`files`: path below data/ -> bytes, in the order of the paths. `folders`:
    the known folders, each with a slash behind it. `complaints`: what lies there and is not known or cannot
    be read. `missed`: the paths of known files and folders whose facts are therefore not in `files`."""

    files: dict[str, bytes] = field(default_factory=dict)
    folders: list[str] = field(default_factory=list)
    missed: set[str] = field(default_factory=set)
    complaints: list[Complaint] = field(default_factory=list)

    @property
    def changes(self) -> str:
        """The text of CHANGES.md; "" without the file."""
        return self.files.get("CHANGES.md", b"").decode("utf-8-sig", "replace")

    @property
    def papers(self) -> dict[str, bytes]:
        """The texts of the papers by their path."""
        return {path: raw for path, raw in self.files.items() if path.startswith("papers/")}

    def complain(self, path: str, fault: str, **facts: str) -> None:
        """Adds a complaint about a file or folder as a whole."""
        told = printable_name(path)
        name = told.rstrip("/").rsplit("/", 1)[-1]
        self.complaints.append(Complaint(told, 0, "", name, fault, facts))

    def miss(self, path: str, fault: str, **facts: str) -> None:
        """Adds a complaint about a known file or folder that cannot be read."""
        self.missed.add(path.rstrip("/"))
        self.complain(path or "./", fault, **facts)

    def matching(self, pattern: str) -> list[str]:
        """The paths of files that have the form `plans/*/goals.csv`."""
        return [path for path in self.files if is_like(path, pattern)]

    def misses(self, pattern: str) -> bool:
        """Whether a file of that form may be there, unread."""
        return any(is_like(path, pattern, part=True) for path in self.missed)


def is_like(path: str, pattern: str, *, part: bool = False) -> bool:
    """Whether a path has the form of a pattern, where * stands for one whole name; `part`: or its first names
    have."""
    names, forms = path.split("/"), pattern.split("/")
    if len(names) > len(forms) or (len(names) < len(forms) and not part):
        return False
    return all(form in ("*", name) for name, form in zip(names, forms, strict=False))


def take_snapshot(root: Path) -> Snapshot:
    """The snapshot of a data folder. What cannot be read is a complaint, but for the folder itself.

    Raises PermissionError when `root` may not be listed.
    """
    taken = Snapshot()
    _take_folder(root, "", "", taken, ())
    taken.files = dict(sorted(taken.files.items()))
    taken.folders.sort()
    return taken


def overlaid(taken: Snapshot, files: Mapping[str, bytes | None]) -> Snapshot:
    """What the snapshot would be with these files in data/, each of a known path; None takes a file away."""
    laid = {path: raw for path, raw in {**taken.files, **files}.items() if raw is not None}
    below = {f"{'/'.join(folders)}/" for path in laid for folders in _folders_above(path)}
    touched = {f"{'/'.join(folders)}/" for path in files for folders in _folders_above(path)}
    folders = sorted({*taken.folders, *touched} - (touched - below))
    return Snapshot(dict(sorted(laid.items())), folders, set(taken.missed), list(taken.complaints))


def _folders_above(path: str) -> list[list[str]]:
    *folders, _ = path.split("/")
    return [folders[: at + 1] for at in range(len(folders))]


def _take_folder(path: Path, place: str, pattern: str, taken: Snapshot, above: tuple[str, ...]) -> None:
    """Everything in the folder at `path`, which is `place` ("plans/x/") below data/ and of that pattern."""
    real = os.path.realpath(path)
    if real in above:
        taken.complain(place, "link_loop")
        return
    if place:
        taken.folders.append(place)
    try:
        with os.scandir(path) as entries:
            found = sorted(entry.name for entry in entries)
    except OSError as error:
        if not place and isinstance(error, PermissionError):
            raise
        taken.miss(place, "unreadable", code=code_of(error))
        return
    for name in found:
        if not (LEAVING.fullmatch(name) or (not place and name in PASSED_BY)):
            _take_entry(path, name, place, pattern, taken, (*above, real))


def _take_entry(folder: Path, name: str, place: str, pattern: str, taken: Snapshot, above: tuple[str, ...]) -> None:
    whole = unicodedata.normalize("NFC", name)
    at = place + whole
    room = folder_rules()[pattern]
    if not is_utf8(name):
        taken.complain(place + name, "name_not_utf8")
        return
    try:
        mode = os.stat(folder / name).st_mode
    except OSError as error:
        taken.miss(at, _fault_of_link(folder / name, error), code=code_of(error))
        return
    if stat.S_ISDIR(mode):
        if room.has_folder(whole) and f"{at}/" not in taken.folders:
            _take_folder(folder / name, f"{at}/", inside(pattern, whole), taken, above)
        elif room.has_file(whole):
            taken.miss(at, "file_is_folder")
        else:
            _unknown_folder(whole, at, pattern, taken)
    elif whole in room.folders:
        taken.miss(at, "folder_is_file")
    elif not room.has_file(whole) or at in taken.files:
        _unknown_file(whole, place, pattern, taken)
    else:
        _take_file(folder / name, at, taken)


def _take_file(path: Path, at: str, taken: Snapshot) -> None:
    """Reads a file to its end, once. Never waits: a pipe or a device is told by its kind before it is opened,
    and once more after."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            taken.miss(at, "file_no_file")
            return
        handle = os.open(path, NOT_BLOCKING)
        try:
            status = os.fstat(handle)
            if not stat.S_ISREG(status.st_mode):
                taken.miss(at, "file_no_file")
                return
            raw = _read(handle) if status.st_size <= BYTES_MAX else None
        finally:
            os.close(handle)
    except OSError as error:
        taken.miss(at, "unreadable", code=code_of(error))
        return
    if raw is None:
        taken.miss(at, "file_too_big")
    else:
        taken.files[at] = raw


def _read(handle: int) -> bytes | None:
    """The bytes up to the end, or None when there are too many (some files do not say their size)."""
    read = bytearray()
    while part := os.read(handle, 1 << 20):
        read += part
        if len(read) > BYTES_MAX:
            return None
    return bytes(read)


def _fault_of_link(path: Path, error: OSError) -> str:
    if error.errno == errno.ELOOP:
        return "link_loop"
    return "link_broken" if error.errno == errno.ENOENT and path.is_symlink() else "unreadable"


def _unknown_file(name: str, place: str, pattern: str, taken: Snapshot) -> None:
    meant = file_meant(name, pattern)
    if LOCK.fullmatch(name):
        taken.complain(place + name, "file_open")
        return
    if meant in folder_rules()[pattern].files:
        taken.missed.add(place + meant)
    if SPREADSHEET.fullmatch(name):
        taken.complain(place + name, "file_spreadsheet", meant=meant or ", ".join(known_here(pattern)))
    elif meant:
        taken.complain(place + name, "file_near", meant=meant)
    else:
        taken.complain(place + name, "file_unknown", known=", ".join(known_here(pattern)))


def _unknown_folder(name: str, at: str, pattern: str, taken: Snapshot) -> None:
    if meant := folder_meant(name, pattern):
        taken.missed.add(at.removesuffix(name) + meant)
        taken.complain(f"{at}/", "folder_near", meant=meant)
    else:
        taken.complain(f"{at}/", "folder_unknown")


def is_utf8(name: str) -> bool:
    """Whether a name from the system was written in UTF-8."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def printable_name(name: str) -> str:
    """A name that can be shown, whatever its bytes: what is not UTF-8, or is not seen, stands as its code."""
    told = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in told)


def code_of(error: OSError) -> str:
    """The name by which an administrator knows the fault: EIO, EACCES."""
    return errno.errorcode.get(error.errno or 0, "OSError")
