"""The plan review: filters, the matrix, the evidence of a finding, and the file to take away."""

import csv
from pathlib import Path

import pytest
from playwright.sync_api import expect

from healthplan.release import publication
from healthplan.subjects.findings.queries import findings
from tests.browser.pickers import choose

EVERYTHING = {"place": "", "indicator": "", "severity": "", "rule": ""}
RINGED = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap(chart => chart.data)
  .filter(trace => trace.marker?.symbol === 'circle-open').flatMap(trace => trace.x).length"""
EVIDENCE = "section.finding-opened"


@pytest.fixture(scope="session")
def found(facts):
    """A function that gives the findings of a choice."""
    release = next((facts / "published").glob("release-*.duckdb"))
    with publication.open_release(release) as db:
        yield lambda **picked: findings(db, **EVERYTHING | picked)


def the_one(found, **picked):
    return found(**picked)[0]


def test_every_finding_is_on_the_screen(visit, found):
    visit.open("/review")
    links = visit.page.locator("[id^=family-] .findings a").evaluate_all("links => links.map(link => link.href)")
    assert sorted(link.split("finding=")[1] for link in links) == sorted(row["finding"] for row in found())


def test_ten_findings_stand_first_and_each_family_says_how_many_it_has(visit, found):
    visit.open("/review")
    expect(visit.page.locator(".ten .findings li")).to_have_count(10)
    expect(visit.page.locator(".ten .severity-grave")).to_have_count(10)
    shown = visit.page.locator(".family-counts b").all_inner_texts()
    families = ("weaker_or_later", "contradictions", "missing_data")
    assert [int(count) for count in shown] == [sum(row["family"] == one for row in found()) for one in families]
    assert str(len(found())) in visit.heading
    visit.page.locator(".family-counts a").first.click()
    expect(visit.page.locator("#family-weaker_or_later")).to_be_in_viewport()


def test_the_memo_of_the_choice_can_be_taken_away(visit):
    visit.open("/review?place=12&severity=grave")
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("link", name="Tải bảng tổng hợp để đơn vị giải trình (Word)").click()
    assert taken.value.suggested_filename.startswith("roadmap72-review-12-grave-vi-")


def test_a_number_of_the_matrix_shows_what_it_counts(visit, found):
    visit.open("/review")
    cell = visit.page.locator(".matrix a.count").first
    number, address = int(cell.inner_text()), cell.get_attribute("href")
    cell.click()
    visit.page.wait_for_url("**rule=*")
    visit.settle()
    assert visit.state["rule"] in address and visit.state["place"] in address
    expect(visit.page.locator(".findings li")).to_have_count(number)
    assert number == len(found(rule=visit.state["rule"], place=visit.state["place"]))


def test_the_filters_are_kept_in_the_address_and_narrow_the_list(visit, found):
    visit.open("/review")
    choose(visit.page, "Địa phương", "Lai Châu")
    visit.page.wait_for_url("**place=12*")
    visit.page.get_by_text("quan trọng", exact=True).first.click()
    visit.page.wait_for_url("**severity=grave*")
    visit.settle()
    expect(visit.page.locator(".findings li")).to_have_count(len(found(place="12", severity="grave")))


@pytest.mark.parametrize(
    ("rule", "place"),
    [
        ("weaker_than_nation", "11"),
        ("back_loaded", "12"),
        ("two_years", "03808"),
        ("laws_disagree", "VN"),
        ("task_number_twice", "11"),
        ("one_number_two_papers", "20"),
        ("no_national_citation", "12"),
    ],
)
def test_a_finding_opens_its_two_rows_with_their_places_in_the_papers(visit, found, rule, place):
    row = the_one(found, rule=rule, place=place)
    visit.open(f"/review?rule={rule}&place={place}")
    visit.page.locator(".findings a").first.click()
    visit.page.wait_for_url("**finding=*")
    visit.settle()
    shown = visit.page.locator(EVIDENCE)
    expect(shown).to_contain_text(row["sentence_vi"])
    sides = [side for side in "ab" if row[f"row_{side}"]]
    expect(shown.locator(".side")).to_have_count(len(sides))
    for at, side in enumerate(sides):
        if row[f"row_{side}"][0] != "b":  # a benchmark is shown as read: its Vietnamese wording is ours
            expect(shown.locator(".side").nth(at)).to_contain_text(row[f"locator_{side}"])
            expect(shown.locator("blockquote").nth(at)).to_contain_text(row[f"printed_{side}"])
    assert visit.state["rule"] == rule and visit.complaints == []


@pytest.mark.parametrize(("rule", "rings"), [("everybody_ramp", 2), ("task_number_twice", 0)])
def test_the_chart_of_a_finding_rings_its_values(visit, found, rule, rings):
    visit.open(f"/review?finding={the_one(found, rule=rule)['finding']}")
    expect(visit.page.locator(EVIDENCE)).to_be_visible()
    assert visit.page.evaluate(RINGED) == rings


def test_the_source_of_a_row_is_one_click_away(visit, found):
    visit.open(f"/review?finding={the_one(found, rule='met_at_baseline')['finding']}")
    visit.page.locator(f"{EVIDENCE} .side a").first.click()
    visit.arrive("/sources")
    assert visit.state == {"row": the_one(found, rule="met_at_baseline")["row_a"]}


def test_the_list_can_be_taken_away(visit, found, tmp_path):
    visit.open("/review?place=12&lang=en")
    with visit.page.expect_download() as taken:
        visit.page.get_by_role("button", name="Download this list (CSV)").click()
    assert taken.value.suggested_filename.startswith("plan-review-release-")
    path = Path(tmp_path / "taken.csv")
    taken.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert [line["Finding"] for line in lines] == [row["sentence_en"] for row in found(place="12")]


def test_the_page_of_a_place_leads_with_its_gravest_findings(visit):
    visit.open("/place?place=12")
    expect(visit.page.locator(".findings.first li")).to_have_count(3)
    expect(visit.page.locator(".findings.first .severity-grave")).to_have_count(3)
    expect(visit.page.locator(".distances")).to_contain_text("còn thiếu 1,3 đến 2,3 bác sĩ mỗi trạm")
