"""The keeper's command, people.csv and its days, and what a release and a difference of releases say."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from healthplan.desk.acts import begin_change, put_files
from healthplan.desk.changes import Kind
from healthplan.desk.log import log_lines, verify_log
from healthplan.desk.people import Role, is_keeper, local_person, may, person_of
from healthplan.desk.publish import check_change
from healthplan.desk.roles import grant_role, person_of_token
from healthplan.release import publication
from healthplan.release.difference import ReleaseDifference, difference
from tests.conftest import ROOT
from tests.desk.office import AUTHOR, KEEPER, brought, published

GOALS = "plans/dien-bien-2026/goals.csv"


def desk(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "healthplan.desk", "--lang", "en", *options]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_the_command_grants_makes_codes_lists_and_verifies(office: Path) -> None:
    assert desk("grant", "keeper", "--subject", "s-1", "--name", "Kỳ").returncode == 0
    assert is_keeper(person_of("s-1")) and not is_keeper(person_of("s-2"))
    told = desk("access", "--place", "11", "--name", "Phần mềm").stdout
    assert person_of_token(told.split()[-1]).roles == ((Role.REPORTER, "11"),)
    assert desk("changes").stdout == "There are no changes yet.\n"
    change = brought("xã mới")
    assert desk("changes").stdout == f"{change.id}\tdraft\tVN\t\tAn\n"
    assert desk("verify").stdout == "The log is whole.\n"
    people = office.parent / "desk" / "people.csv"
    people.write_text(people.read_text(encoding="utf-8") + "x,,X,keeper,VN,,,\n", encoding="utf-8")
    refused = desk("verify")
    assert (refused.returncode, refused.stderr) == (1, "people.csv is not as the log has it.\n")
    unknown = desk("grant", "steward", "--subject", "s", "--name", "S", "--place", "99")
    assert unknown.returncode == 1 and "“99”" in unknown.stderr


def test_a_role_begins_and_ends_on_its_days(office: Path) -> None:
    yesterday = (date.today() - timedelta(days=1)).isoformat()
    grant_role(KEEPER, Role.STEWARD, subject="s", email="", name="S", place="12")
    change = begin_change(person_of("s"), Kind.CORRECTION, place="ML", received={})  # a commune below the province
    assert may(person_of("s"), "bring", change) is None
    grant_role(KEEPER, Role.STEWARD, subject="s", email="", name="S", place="12", until=yesterday)
    assert may(person_of("s"), "bring", change) == "desk_no_bring"
    assert [line["act"] for line in log_lines()] == ["grant", "begin", "grant"] and verify_log() is None


def test_an_email_counts_only_where_the_provider_proved_it(office: Path) -> None:
    grant_role(KEEPER, Role.REPORTER, subject="", email="An@SYT.vn", name="An", place="11")
    assert person_of("s-9", email="an@syt.vn").roles == ((Role.REPORTER, "11"),)
    assert person_of("s-9").roles == ()


def test_who_sits_at_the_computer_may_all_but_approve_his_own(office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ROADMAP72_DESK_SOLO", raising=False)
    me = local_person("Máy chủ")
    assert may(me, "bring", brought("xã mới")) is None and is_keeper(me)


def compared(office: Path, old: str, new: str) -> ReleaseDifference:
    """The difference that a change of Điện Biên's goals makes, as the desk shows it."""
    text = (office / GOALS).read_text(encoding="utf-8")
    assert old in text
    change = begin_change(AUTHOR, Kind.CORRECTION, place="11", received={})
    put_files(AUTHOR, change.id, lambda: {GOALS: text.replace(old, new).encode()})
    checked = check_change(AUTHOR, change.id)
    return difference(checked.before, checked.draft)


def test_a_changed_goal_shows_its_value_and_the_verdict_that_flips(office: Path) -> None:
    found = compared(office, "stunting_under5,11,2030,,target,annex,21,", "stunting_under5,11,2030,,target,annex,14,")
    (value,) = found.changed
    assert (value.table, value.indicator, value.place, value.when) == ("goals", "stunting_under5", "11", "2030")
    assert (value.before, value.after) == ("21", "14")
    assert ("ambition", "weaker", "stronger") in {(one.sign, one.before, one.after) for one in found.flips}
    assert "weaker_than_nation" in {one.rule for one in found.gone} and all(one.name_en for one in found.gone)
    assert ("stunting_under5", "11") in found.touched
    assert (found.counts["lost"], found.counts["changed"]) == (0, 1)


def test_a_lost_goal_stands_first(office: Path) -> None:
    line = 'health_insurance_coverage,11,2026,,milestone,annex,"98,4",,,,,"Phụ lục I, dòng 1, cột 2026",21,,,\n'
    found = compared(office, line, "")
    assert [(one.before, one.after) for one in found.lost] == [("98,4", "")]
    assert next(iter(found.counts)) == "lost" and found.counts["lost"] == 1
    assert any("2026" in one.when for one in (*found.flips, *found.verdicts_lost))


def test_where_data_is_a_work_tree_of_its_own_a_publication_is_a_commit_of_the_author(office: Path) -> None:
    def git(*told: str) -> str:
        return subprocess.run(["git", "-C", str(office), *told], capture_output=True, text=True, check=True).stdout

    git("init", "--quiet")
    git("add", "--all")
    git("-c", "user.name=x", "-c", "user.email=x@x", "commit", "--quiet", "--message=first")
    change = published("xã mới")
    assert git("log", "-1", "--format=%an|%s") == f"An|Published {change.release} (change {change.id})\n"
    assert git("show", "--name-only", "--format=").split() == ["CHANGES.md", "abbreviations.csv"]
    assert publication.current_path().stem == change.release
