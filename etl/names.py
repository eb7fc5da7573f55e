"""What may lie where under data/, what an operating system leaves behind, and which name was meant."""

import difflib
import re
import unicodedata
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache

from etl.tables import TABLES

BESIDE = ("README.md", "CHANGES.md", "datapackage.json")
# The releases are made here, and version control keeps its own beside the facts; neither holds facts.
PASSED_BY = {"published", ".git"}
# What systems and version control put into folders on their own.
LEAVING = re.compile(
    r"\.DS_Store|\.localized|\._.*|\.Spotlight-V100|\.Trashes|\.fseventsd|\.TemporaryItems|\.AppleDouble"
    r"|__MACOSX|Icon\r|Thumbs\.db|ehthumbs\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information"
    r"|\.Trash-\d+|\.directory|lost\+found|\.nfs[0-9a-f]+|\.fuse_hidden.*|.*:Zone\.Identifier|@eaDir"
    r"|\.gitkeep|\.gitignore|\.gitattributes|\.(?:new|before)~.+",  # the last two: a publication under way (moving.py)
    re.IGNORECASE,
)
NAME = re.compile(r"\w[\w.-]{0,99}")  # of a file or folder that the desk may write
LOCK = re.compile(r"~\$.+|\.~lock\..+#")
SPREADSHEET = re.compile(r".+\.(?:xls[xmb]?|xlt[xm]?|ods|fods|numbers|gsheet)", re.IGNORECASE)
COPY_BEFORE = re.compile(r"^(?:copy of|bản sao(?: của)?)\s+", re.IGNORECASE)
COPY_AFTER = re.compile(r"[\s_.-]*(?:\(|~|copy|bản sao|backup|bak|final|new|old|v?\d).*$", re.IGNORECASE)


@dataclass(slots=True)
class FolderRules:
    """What one kind of folder may hold. In a name of a file or folder * stands for anything."""

    files: set[str] = field(default_factory=set)
    folders: set[str] = field(default_factory=set)

    def has_file(self, name: str) -> bool:
        """Whether a file of this name belongs here."""
        return any(fnmatchcase(name, file) for file in self.files)

    def has_folder(self, name: str) -> bool:
        """Whether a folder of this name belongs here."""
        return name in self.folders or "*" in self.folders


@lru_cache
def folder_rules() -> dict[str, FolderRules]:
    """The folders of data/ by their pattern: "", "national/", "plans/", "plans/*/", "reports/*/*/" ..."""
    found = {"": FolderRules(set(BESIDE), {"papers"}), "papers/": FolderRules({"*.txt"})}
    for table in TABLES:
        *folders, file = table.pattern.split("/")
        place = ""
        for folder in folders:
            found[place].folders.add(folder)
            place = f"{place}{folder}/"
            found.setdefault(place, FolderRules())
        found[place].files.add(file)
    found["reports/*/"].files.add("communes.parquet")
    return found


def is_data_path(path: str) -> bool:
    """Whether a file of this path, "plans/x/goals.csv", may lie below data/ and holds facts."""
    *folders, name = path.split("/")
    pattern = ""
    for folder in folders:
        if not NAME.fullmatch(folder) or not folder_rules()[pattern].has_folder(folder):
            return False
        pattern = inside(pattern, folder)
    return bool(NAME.fullmatch(name)) and folder_rules()[pattern].has_file(name) and path not in BESIDE


def inside(pattern: str, name: str) -> str:
    """The pattern of the folder `name` in the folder of this pattern."""
    return f"{pattern}{name if name in folder_rules()[pattern].folders else '*'}/"


def known_here(pattern: str) -> list[str]:
    """The files that may lie in a folder of this pattern, or below it where it holds only folders."""
    room = folder_rules()[pattern]
    if room.files:
        return sorted(room.files)
    return sorted(
        f"{place.removeprefix(pattern)}{file}"
        for place, other in folder_rules().items()
        if place.startswith(pattern)
        for file in other.files
    )


def file_meant(name: str, pattern: str) -> str:
    """The known file that a file of an unknown name probably is: one of its folder, else one of another
    folder with its path; "" for none."""
    stem = _stem(name)
    if found := _nearest(stem, {_stem(file): file for file in folder_rules()[pattern].files}, 0.6):
        return found
    others = {_stem(file): f"{place}{file}" for place, room in folder_rules().items() for file in room.files}
    return _nearest(stem, others, 1.0)


def folder_meant(name: str, pattern: str) -> str:
    """The known folder that a folder of an unknown name probably is; "" for none."""
    return name_meant(name, folder_rules()[pattern].folders - {"*"})


def name_meant(name: str, known: set[str]) -> str:
    """The name among those known that is nearest to one that is not; "" for none."""
    forms = {one.lower(): one for one in known}
    bare = re.sub(r"[\s_]+", "-", _bare(name))
    return _nearest(bare, forms, 0.85) or _nearest(COPY_AFTER.sub("", _bare(name)), forms, 0.7)


def _bare(name: str) -> str:
    return COPY_BEFORE.sub("", unicodedata.normalize("NFKC", name).strip().lower())


def _stem(name: str) -> str:
    """The word of a file name: "tasks" of "Tasks (1).csv", "tasks - Copy.csv", "tasks.csv.txt"."""
    bare = _bare(name).lstrip("~$.").partition(".")[0]
    return re.sub(r"[\s-]+", "_", COPY_AFTER.sub("", bare) or bare)


def _nearest(word: str, known: dict[str, str], share: float) -> str:
    found = difflib.get_close_matches(word, known, 1, share)
    return known[found[0]] if found else ""
