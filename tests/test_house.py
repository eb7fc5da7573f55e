"""The house: what each room may import, and what is never written."""

import ast
import re
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path
from types import UnionType

import pytest

from tests.conftest import ROOT

BASE = {"healthplan/model", "healthplan/text"}
ASKED = BASE | {"healthplan/release", "healthplan/parameters", "healthplan/subjects/targets"}
DRAWN = ASKED | {"healthplan/subjects", "healthplan/theme"}
SUBJECTS = ("targets", "trajectories", "places", "tasks", "deadlines", "findings", "documents", "datasets", "search",
            "reports", "changes")  # fmt: skip
SCREEN_NAMES = ("home", "overview", "trajectories", "compare", "place", "review", "tasks", "calendar", "data",
                "present", "sources", "update", "month", "changes")  # fmt: skip
WALLS = {  # room: the rooms of ours that it may import from, itself besides
    "healthplan/model": set(),
    "healthplan/text": set(),
    "healthplan/theme.py": set(),
    "healthplan/cache.py": set(),
    "healthplan/release": BASE | {"healthplan/theme", "healthplan/cache"},
    "healthplan/parameters": BASE | {"healthplan/release"},
    **{f"healthplan/subjects/{name}": ASKED for name in SUBJECTS},
    "healthplan/charts": DRAWN,
    "healthplan/formats": DRAWN | {"healthplan/charts"},
    "healthplan/print": DRAWN | {"healthplan/charts", "healthplan/formats"},
    "healthplan/deck": DRAWN
    | {
        "healthplan/charts",
        "healthplan/formats",
        "healthplan/print",
        "healthplan/work",
        "healthplan/cache",
        "healthplan/web/style",
        "healthplan/web/compress",
    },
    "healthplan/drafting": BASE | {"etl", "healthplan/release"},
    "healthplan/work": {"healthplan/cache"},
    "healthplan/desk": ASKED | {"healthplan/subjects", "healthplan/formats", "healthplan/drafting", "etl"},
    "healthplan/notify": ASKED
    | {"healthplan/subjects", "healthplan/formats", "healthplan/desk", "healthplan/theme", "healthplan/web/settings"},
    "healthplan/web": BASE
    | {
        "healthplan/theme",
        "healthplan/release",
        "healthplan/parameters",
        "healthplan/cache",
        "pages/registry",
        "pages/blocks",
        "pages/drawn",
    },
    "healthplan/api": {"healthplan", "pages/registry"},
    "healthplan": set(),
    "etl": BASE | {"healthplan/release"},
    **{f"pages/{name}": {"healthplan", "pages/shared", "pages/blocks"} for name in SCREEN_NAMES},
    "pages/update": {"healthplan", "pages/shared", "pages/blocks", "etl/run"},
    "pages/shared": {"healthplan", "pages/registry", "pages/blocks", "pages/markup", "pages/options"},
    "pages/drawn": {"healthplan", "pages/registry", "pages/blocks", "pages/markup", "pages/options"},
    "pages/options.py": {"healthplan", "pages/blocks"},
    "pages/blocks.py": {"healthplan"},
    "pages/markup.py": {"healthplan"},
    "pages/registry.py": {"healthplan", "pages/blocks", *(f"pages/{name}/content" for name in SCREEN_NAMES)},
    "pages": {"healthplan", "pages"},
    "app.py": {"etl", "healthplan", "pages/preload"},
}
OURS = ("healthplan", "etl", "pages", "app", "tests")
GUESTS = {  # package: where it may be imported
    "streamlit": ("app.py", "pages/"),
    "duckdb": ("etl/", "healthplan/release/", "healthplan/parameters/refusal.py", "healthplan/subjects/",
               "healthplan/desk/", "healthplan/deck/queries.py", "healthplan/print/brief_queries.py",
               "pages/preload.py"),
    "typst": ("healthplan/text/typesetter.py",),
    "uvicorn": ("healthplan/web/connections.py", "healthplan/web/protocol.py"),
    "cachetools": ("healthplan/cache.py", "healthplan/release/query_cache.py"),
    "multiprocessing": ("healthplan/work/", "healthplan/web/compress.py", "app.py"),
    "segno": ("healthplan/print/", "healthplan/deck/"),
    "pptx": ("healthplan/deck/powerpoint/",),
    "docx": ("healthplan/formats/",),
    "openpyxl": ("healthplan/desk/",),
    "python_calamine": ("healthplan/desk/",),
    "plotly": ("pages/preload.py", "pages/shared/plain_figure.py"),
    "lxml": ("healthplan/drafting/docx_lines.py", "healthplan/deck/powerpoint/"),
    "pdfplumber": ("healthplan/drafting/pdf_lines.py",),
    "pdfminer": ("healthplan/drafting/pdf_lines.py",),
}  # fmt: skip
CODE = sorted(
    path
    for part in ("app.py", "etl", "healthplan", "pages")
    for path in [ROOT / part, *(ROOT / part).rglob("*.py")]
    if path.suffix == ".py"
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCREENS = [ROOT / "pages" / name / "content.py" for name in SCREEN_NAMES]
SPEECHLESS = [
    path
    for path in CODE
    if path.name in ("content.py", "registry.py", "blocks.py", "markup.py", "options.py") or path.parent.name == "drawn"
]  # without Streamlit
LOADED = sorted(
    path
    for folder in ("healthplan", "pages")
    for path in (ROOT / folder).rglob("*")
    if path.suffix in {".css", ".js", ".svg", ".html"}
)
SHARED_NAMES = {  # function: why several files may have one of this name
    "main": "what a module does when it is run",
    "heading": "what the registry asks of every screen's content",
    "content": "what the registry asks of every screen's content",
    "unopened": "what the registry asks of a place to work",
}
VAGUE = {"answers", "asked", "asking", "found", "gate", "held", "kept", "known", "look", "made", "plain", "plotted",
         "reading", "room", "sending", "serving", "shown", "spanned", "stored", "told", "traced", "viewed",
         "writing", "written"}  # fmt: skip
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name)


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> set[str]:
    """Dotted names that a file imports; `from a import b` counts as a.b where a is ours."""
    found = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name(path)}:{node.lineno} relative import"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def room_of(path: Path) -> str:
    return max((room for room in WALLS if (name(path) + "/").startswith(room + "/")), key=len)


@each(CODE)
def test_imports_keep_the_walls(path: Path) -> None:
    room = room_of(path)
    allowed = {*WALLS[room], room.removesuffix(".py")}
    ours = {one.replace(".", "/") for one in imports(path) if one.split(".")[0] in OURS}
    assert {one for one in ours if not any((one + "/").startswith(wall + "/") for wall in allowed)} == set()


@each(SPEECHLESS)
def test_what_a_screen_holds_is_told_without_streamlit(path: Path) -> None:
    assert "streamlit" not in {one.split(".")[0] for one in imports(path)}
    assert not any(one.startswith("pages.shared") for one in imports(path))


def test_the_api_works_without_streamlit() -> None:
    told = "import sys, healthplan.api.routes; raise SystemExit('streamlit' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", told], cwd=ROOT, check=False).returncode == 0


@pytest.mark.parametrize("package", GUESTS)
def test_a_package_is_used_only_in_its_rooms(package: str) -> None:
    users = {name(path) for path in CODE if package in {one.split(".")[0] for one in imports(path)}}
    assert {user for user in users if not user.startswith(GUESTS[package])} == set()


def test_every_room_has_code_and_every_file_a_room() -> None:
    assert all(path.is_file() for path in SCREENS) and len(LOADED) > 10
    assert {room_of(path) for path in CODE} == set(WALLS)


@each(CODE)
def test_a_file_says_in_its_first_line_what_it_holds_and_functions_are_typed(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith('"""')
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, Function)]
    assert [node.name for node in functions if node.returns is None] == []


def files_by_name(kind: type | UnionType) -> dict[str, list[str]]:
    """Where each public top-level name of a kind is defined."""
    files = defaultdict(list)
    for path in CODE:
        for node in tree(path).body:
            if isinstance(node, kind) and not node.name.startswith("_"):
                files[node.name].append(name(path))
    return files


def test_one_class_has_one_name() -> None:
    assert {one: files for one, files in files_by_name(ast.ClassDef).items() if len(files) > 1} == {}


def test_one_function_has_one_name() -> None:
    twice = {one: files for one, files in files_by_name(Function).items() if len(files) > 1}
    assert {one: files for one, files in twice.items() if one not in SHARED_NAMES} == {}
    assert set(SHARED_NAMES) <= set(twice)
    assert all(file.endswith("/content.py") for file in twice["heading"])


def test_a_file_is_called_what_it_holds() -> None:
    assert [name(path) for path in CODE if path.stem in VAGUE] == []


@each(CODE + TESTS)
def test_no_import_hides_a_name(path: Path) -> None:
    """Every content.py has one name, so the table of screens imports each as its screen."""
    renamed = [
        f"{node.lineno} {alias.name} as {alias.asname}"
        for node in ast.walk(tree(path)) if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if alias.asname and (getattr(node, "module", None) or alias.name).split(".")[0] in OURS
        and alias.name != "content"
    ]  # fmt: skip
    assert renamed == []


@each(CODE)
def test_nothing_is_printed_asserted_evaluated_or_swallowed(path: Path) -> None:
    called = {
        node.func.id for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called & {"print", "eval", "exec", "breakpoint", "input"} == set()
    assert [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.Assert)] == []
    caught = [node for node in ast.walk(tree(path)) if isinstance(node, ast.ExceptHandler)]
    assert [
        node.lineno for node in caught if node.type is None or getattr(node.type, "id", "") == "BaseException"
    ] == []


@each(CODE + sorted((ROOT / "etl").rglob("*.sql")) + LOADED)
def test_nothing_is_left_to_do(path: Path) -> None:
    assert re.findall(r"\b(?:TODO|FIXME|XXX|HACK)\b", path.read_text(encoding="utf-8")) == []


@each(LOADED)
def test_the_browser_is_sent_to_no_other_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
    assert re.findall(r"https?:|(?:src|href)=[\"']//|url\([\"']?//|@import|wss?://", text) == []
