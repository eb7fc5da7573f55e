"""The data package of data/ is up to date, and a well-known library finds the files as it describes them."""

import json

import pytest
from frictionless import Package

from etl.package import NAME, package_text
from tests.conftest import ROOT

DATA = ROOT / "data"


@pytest.fixture(scope="module")
def package() -> Package:
    return Package(str(DATA / NAME))


def test_the_file_says_what_the_contract_says() -> None:
    assert (DATA / NAME).read_text(encoding="utf-8") == package_text(DATA)


def test_the_files_are_as_the_package_describes_them(package: Package) -> None:
    report = package.validate()
    faults = report.flatten(["name", "rowNumber", "fieldName", "message"])
    assert report.valid and faults == []


def test_every_csv_file_is_in_it(package: Package) -> None:
    there = {path.relative_to(DATA).as_posix() for path in DATA.rglob("*.csv")}
    assert {resource.path for resource in package.resources} == there


def test_a_wrong_file_is_found(tmp_path) -> None:
    told = json.loads((DATA / NAME).read_text(encoding="utf-8"))
    (themes,) = (one for one in told["resources"] if one["name"] == "themes")
    (tmp_path / "themes.csv").write_text("theme,name_vi,name_en,position\nx,,X,first\n", encoding="utf-8")
    (tmp_path / NAME).write_text(json.dumps(told | {"resources": [themes]}), encoding="utf-8")
    faults = Package(str(tmp_path / NAME)).validate().flatten(["type"])
    assert sorted(faults) == [["constraint-error"], ["type-error"]]
