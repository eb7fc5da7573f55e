"""The house: what each floor may import, and what is never written."""

import ast
import re
from functools import lru_cache
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = {  # floor: the floors of ours that it may import from, itself included
    "healthplan/model": {"healthplan/model"},
    "healthplan/text": {"healthplan/text"},
    "healthplan/charts": {"healthplan/charts", "healthplan/text", "healthplan/model"},
    "healthplan/export": {"healthplan/export", "healthplan/charts/look", "healthplan/text",
                          "healthplan/model"},
    "healthplan/queries": {"healthplan/queries", "healthplan/model"},
    "healthplan/release": {"healthplan/release", "healthplan/model"},
    "healthplan/published.py": {"healthplan/release", "healthplan/model"},
    "healthplan/cache.py": {"healthplan/cache"},
    "healthplan/work": {"healthplan/work", "healthplan/cache"},
    "healthplan/web": {"healthplan/web", "healthplan/text", "healthplan/charts/look", "healthplan/published"},
    "healthplan/ui": {"healthplan"},
    "healthplan/api": {"healthplan"},
    "healthplan": set(),
    "etl": {"etl", "healthplan/model", "healthplan/text", "healthplan/published"},
    "pages": {"healthplan"},
    "app.py": {"etl", "healthplan"},
}
OURS = ("healthplan", "etl", "pages", "app", "tests")
GUESTS = {  # package: where it may be imported
    "streamlit": ("app.py", "pages/", "healthplan/ui/", "healthplan/web/compress.py",
     "healthplan/web/first_page.py"),
    "duckdb": ("etl/", "healthplan/queries/", "healthplan/published.py", "healthplan/release/",
     "healthplan/ui/imports.py"),
    "typst": ("healthplan/text/typesetter.py",),
    "uvicorn": ("healthplan/web/slow.py", "healthplan/web/protocol.py"),
    "cachetools": ("healthplan/cache.py", "healthplan/ui/view.py"),
    "multiprocessing": ("healthplan/work/", "healthplan/web/compress.py", "app.py"),
    "segno": ("healthplan/export/",),
    "plotly": ("healthplan/charts/", "healthplan/ui/"),
}
CODE = sorted(
    path for part in ("app.py", "etl", "healthplan", "pages") for path in [ROOT / part,
     *(ROOT / part).rglob("*.py")]
    if path.suffix == ".py"
)
TESTS = sorted((ROOT / "tests").rglob("*.py"))
SCREENS = [path for path in CODE if path.parent.parent == ROOT / "pages"]
LOADED = sorted(
    path for folder in ("healthplan/web/assets",
     "healthplan/api/templates", "healthplan/ui/templates") for path in (ROOT / folder).rglob("*")
    if path.suffix in {".css", ".js", ".svg", ".html"}
)
Function = ast.FunctionDef | ast.AsyncFunctionDef


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def each(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=name)


@lru_cache
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


def floor_of(path: Path) -> str:
    return max((floor for floor in FLOORS if (name(path) + "/").startswith(floor + "/")), key=len)


@each(CODE)
def test_imports_go_down_only(path: Path) -> None:
    allowed = FLOORS[floor_of(path)]
    ours = {one.replace(".", "/") for one in imports(path) if one.split(".")[0] in OURS}
    assert {one for one in ours if not any((one + "/").startswith(floor + "/") for floor in allowed)} == set()


@pytest.mark.parametrize("package", GUESTS)
def test_a_package_is_used_only_on_its_floor(package: str) -> None:
    users = {name(path) for path in CODE if package in {one.split(".")[0] for one in imports(path)}}
    assert {user for user in users if not user.startswith(GUESTS[package])} == set()


def test_every_room_has_code_and_every_file_a_floor() -> None:
    assert len(SCREENS) == 10 and len(LOADED) > 10
    assert {floor_of(path) for path in CODE} == set(FLOORS)


@each(CODE)
def test_a_file_says_in_its_first_line_what_it_holds_and_functions_are_typed(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith('"""')
    functions = [node for node in ast.walk(tree(path)) if isinstance(node, Function)]
    assert [node.name for node in functions if node.returns is None] == []


@each(CODE)
def test_nothing_is_printed_asserted_evaluated_or_swallowed(path: Path) -> None:
    called = {
        node.func.id for node in ast.walk(tree(path)) if isinstance(node, ast.Call) and isinstance(node.func,
         ast.Name)
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
