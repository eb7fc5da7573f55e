"""Each agency cell as the papers print it, and the bodies it names."""

import duckdb
import pytest

PRINTED = (
    ("Ban Tuyên giáo và Dân vận Đảng ủy", "committee_party_propaganda"),
    ("Bảo hiểm xã hội tỉnh, Sở Y tế", "provincial_social_insurance health_department"),
    (
        "Bảo hiểm xã hội tỉnh; Các Sở, ban, ngành, địa phương liên quan",
        "provincial_social_insurance related_departments_localities",
    ),
    ("Các Sở, ban, ngành liên quan", "related_departments"),
    ("Các Sở, ban, ngành, địa phương liên quan", "related_departments_localities"),
    ("Các chi, đảng bộ cơ sở", "grassroots_party_cells"),
    ("Các chi, đảng bộ cơ sở và các cơ quan, đơn vị liên quan", "grassroots_party_cells related_agencies_units"),
    ("Các cơ quan, đơn vị", "agencies_units"),
    ("Các cơ quan, đơn vị liên quan", "related_agencies_units"),
    ("Các cơ quan, đơn vị;", "agencies_units"),
    ("Các cơ quan, đơn vị; Các đơn vị trường học; Trưởng các bản, tiểu khu", "agencies_units schools village_heads"),
    ("Các cơ quan, đơn vị; Trưởng các bản, tiểu khu", "agencies_units village_heads"),
    ("Các cơ quan, đơn vị; các Doanh nghiệp trên địa bàn", "agencies_units local_enterprises"),
    ("Các cơ quan, đơn vị; các đơn vị trường học", "agencies_units schools"),
    ("Công an tỉnh", "provincial_police"),
    ("Công an tỉnh, Bộ CHQS tỉnh, Sở Y tế", "provincial_police provincial_military_command health_department"),
    ("Công an tỉnh, Sở Y tế", "provincial_police health_department"),
    ("Công an xã", "commune_police"),
    ("Phòng Kinh tế", "commune_economic_division"),
    ("Phòng Văn hoá - Xã hội", "commune_culture_social_division"),
    ("Phòng Văn hoá - Xã hội; Trạm Y tế", "commune_culture_social_division commune_health_station"),
    ("Phòng Văn hoá - Xã hội; Trạm Y tế xã", "commune_culture_social_division commune_health_station"),
    ("Sở Khoa học và Công nghệ, Sở Y tế", "science_technology_department health_department"),
    ("Sở Nội vụ", "home_affairs_department"),
    ("Sở Tài chính, Sở Y tế", "finance_department health_department"),
    ("Sở Xây dựng, Sở Văn hóa, Thể thao và Du lịch", "construction_department culture_department"),
    ("Sở Y tế", "health_department"),
    ("Sở Y tế, Báo và Phát thanh truyền hình Điện Biên", "health_department provincial_press_broadcaster"),
    ("Sở Y tế, Bệnh viện Y Dược cổ truyền - Phục hồi chức năng", "health_department traditional_medicine_hospital"),
    ("Sở Y tế, Bệnh viện đa khoa tỉnh", "health_department provincial_general_hospital"),
    (
        "Sở Y tế, Sở Công thương, Sở Giáo dục và Đào tạo",
        "health_department industry_trade_department education_department",
    ),
    (
        "Sở Y tế, Sở Công thương, Sở Nông nghiệp và Môi trường",
        "health_department industry_trade_department agriculture_environment_department",
    ),
    ("Sở Y tế, Sở Giáo dục và Đào tạo", "health_department education_department"),
    (
        "Sở Y tế, Sở Giáo dục và Đào tạo, Báo và Phát thanh, truyền hình tỉnh",
        "health_department education_department provincial_press_broadcaster",
    ),
    ("Sở Y tế, Sở Khoa học và Công nghệ", "health_department science_technology_department"),
    ("Sở Y tế, Sở Nội vụ", "health_department home_affairs_department"),
    ("Sở Y tế, Sở Tài chính", "health_department finance_department"),
    (
        "Sở Y tế, Sở Tài chính, Sở Văn hóa Thể thao và Du lịch, Thống kê tỉnh",
        "health_department finance_department culture_department provincial_statistics_office",
    ),
    ("Sở Y tế; các Sở, ban, ngành liên quan", "health_department related_departments"),
    ("Thanh tra tỉnh", "provincial_inspectorate"),
    ("Thanh tra tỉnh, Sở Y tế, Sở Nội vụ", "provincial_inspectorate health_department home_affairs_department"),
    ("Thống kê tỉnh, Sở Y tế", "provincial_statistics_office health_department"),
    ("Trạm Y tế", "commune_health_station"),
    ("Trạm Y tế xã", "commune_health_station"),
    ("UBND tỉnh", "provincial_peoples_committee"),
    (
        "Đảng ủy các xã, phường; Sở Nông nghiệp và Môi trường",
        "commune_party_committees agriculture_environment_department",
    ),
    ("Ủy ban Kiểm tra Đảng ủy", "committee_party_inspection"),
    ("Ban Thường vụ Đảng ủy UBND tỉnh", "committee_party_standing_board"),
    ("Các cơ quan, đơn vị, địa phương", "agencies_units_localities"),
    ("Các sở, ban, ngành tỉnh; UBND các xã, phường", "provincial_departments commune_peoples_committees"),
    ("Các sở, ban, ngành, địa phương", "departments_localities"),
    (
        "Các sở, ban, ngành, cơ quan, đơn vị và UBND các xã, phường",
        "departments_agencies_units commune_peoples_committees",
    ),
    ("Tỉnh ủy", "provincial_party_committee"),
    ("Văn phòng Đảng ủy", "committee_party_office"),
    ("Văn phòng Đảng ủy UBND tỉnh", "committee_party_office"),
)


def test_the_table_names_every_printed_string(release: duckdb.DuckDBPyConnection) -> None:
    assert set(resolved(release)) - {""} == {printed for printed, _ in PRINTED}


def resolved(release: duckdb.DuckDBPyConnection) -> dict[str, set[tuple[str, ...]]]:
    """Every printed cell of the release and what it was resolved to."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for lead, leads, partner, partners in release.execute(
        "select lead_printed, leads, partners_printed, partners from tasks"
    ).fetchall():
        found.setdefault(lead, set()).add(tuple(leads))
        found.setdefault(partner, set()).add(tuple(partners))
    for who, agencies, to_whom, recipients in release.execute(
        "select who_vi, agencies, to_whom_vi, recipients from duties"
    ).fetchall():
        found.setdefault(who, set()).add(tuple(agencies))
        found.setdefault(to_whom, set()).add(tuple(recipients))
    return found


@pytest.mark.parametrize(("printed", "agencies"), PRINTED)
def test_a_printed_cell_names_these_bodies_in_this_order(
    printed: str, agencies: str, release: duckdb.DuckDBPyConnection
) -> None:
    assert resolved(release)[printed] == {tuple(agencies.split())}


def test_a_cell_with_words_names_somebody_and_an_empty_one_nobody(release: duckdb.DuckDBPyConnection) -> None:
    assert {printed for printed, named in resolved(release).items() if () in named} == {""}


def test_every_body_named_by_a_task_is_in_the_list_of_agencies(release: duckdb.DuckDBPyConnection) -> None:
    known = {row[0] for row in release.execute("select agency from agencies").fetchall()}
    assert {one for named in resolved(release).values() for agencies in named for one in agencies} <= known


def test_no_spelling_belongs_to_two_bodies(release: duckdb.DuckDBPyConnection) -> None:
    twice = release.execute(
        "select lower(spelling) from (select agency, unnest(spellings) as spelling from agencies)"
        " group by all having count(distinct agency) > 1"
    ).fetchall()
    assert twice == []
