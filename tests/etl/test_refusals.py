"""One spoilt file a rule: the complaint says place, fault and cure, word by word, and nothing is published.

The cases are in tests/bad, one file a fault of healthplan/text/faults.toml.
"""

import tomllib
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.read import read_facts
from etl.run import build_draft, check_draft, release_name, run
from etl.snapshot import take_snapshot
from etl.tables import TABLES
from healthplan.model.complaint import Complaint, InputRefused
from healthplan.release import publication
from healthplan.text import Lang, say
from tests.conftest import HERE, ROOT
from tests.etl.recipe import spoil


def read_cases() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted((HERE / "bad").glob("*.toml")):
        found += [(path.stem, case) for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]]
    return found


ALL = read_cases()
FILES = [(fault, case) for fault, case in ALL if "tamper" not in case]


def sentence(complaint: Complaint, lang: Lang) -> str:
    return say(lang, complaint.fault, value=complaint.value, **complaint.facts)


@pytest.mark.parametrize(("fault", "case"), FILES, ids=[f"{fault}-{case['place']}" for fault, case in FILES])
def test_a_spoilt_file_is_refused_with_place_fault_and_cure(fault: str, case: dict[str, Any], small_data: Path) -> None:
    spoil(small_data, case)
    with pytest.raises(InputRefused) as refused:
        run()
    told = [(one.fault, one.place, sentence(one, Lang.VI), sentence(one, Lang.EN)) for one in refused.value.complaints]
    assert told == [(fault, case["place"], case["vi"], case["en"])]
    assert publication.current_path() is None


def test_every_fault_has_a_case_and_every_case_a_fault() -> None:
    faults = tomllib.loads((ROOT / "healthplan" / "text" / "faults.toml").read_text(encoding="utf-8"))
    assert {fault for fault, _ in ALL} == set(faults)


def test_every_check_between_files_has_its_sentence() -> None:
    checks = {path.stem for path in (ROOT / "etl" / "checks").glob("*.sql")}
    assert checks <= {fault for fault, _ in ALL}


@pytest.mark.parametrize(("fault", "case"), [(fault, case) for fault, case in ALL if "tamper" in case])
def test_a_draft_that_lost_rows_is_refused(fault: str, case: dict[str, Any], small_data: Path, tmp_path: Path) -> None:
    draft = tmp_path / "draft.duckdb"
    taken = take_snapshot(small_data)
    build_draft(draft, read_facts(taken), *release_name(taken))
    check_draft(draft)
    with duckdb.connect(draft) as db:
        db.execute(case["tamper"])
    with pytest.raises(InputRefused) as refused:
        check_draft(draft)
    (complaint,) = refused.value.complaints
    assert (complaint.fault, complaint.place) == (fault, case["place"])
    assert (sentence(complaint, Lang.VI), sentence(complaint, Lang.EN)) == (case["vi"], case["en"])


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_header_without_one_of_its_columns_is_refused(table: Any, small_data: Path) -> None:
    path = sorted(small_data.glob(table.pattern))[0]
    header, rest = path.read_text(encoding="utf-8").split("\n", 1)
    last = [name for name in table.names if name not in table.spare][-1]
    named = [name for name in header.split(",") if name != last]
    path.write_text(",".join(named) + "\n" + rest, encoding="utf-8")
    with pytest.raises(InputRefused) as refused:
        run()
    name = path.relative_to(small_data).as_posix()
    complaints = [one for one in refused.value.complaints if one.place == f"{name}:1"]
    assert [(one.fault, one.facts["names"]) for one in complaints] == [("header_missing", last)]


def test_an_unknown_agency_does_not_stop_the_build_for_ever_when_a_spelling_is_empty(small_data: Path) -> None:
    spoil(small_data, {"file": "agencies.csv", "old": "Sở Y tế|Ngành Y tế", "new": "Sở Y tế|"})
    with pytest.raises(InputRefused) as refused:
        run()
    assert {one.fault for one in refused.value.complaints} == {"unknown_agency"}
