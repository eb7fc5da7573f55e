"""Every step of a grading scale has its name in both languages, and only such scales have steps."""

import pytest

from etl.read import Facts, Record
from etl.values import check_steps

FAULTS = (  # scale, wordings, names in Vietnamese and in English, the complaints: column, fault, step
    ("grade", "1=hạng II|2=hạng I", "Hạng II|Hạng I", "Rank II|Rank I", []),
    ("grade", "2=cấp chuyên sâu", "Cấp cơ bản|Cấp chuyên sâu", "Basic level|Specialised level", []),
    ("grade", "marker=hạng II", "", "", []),
    ("grade", "", "Hạng II | Hạng I", "Rank II|Rank I", []),
    ("grade", "2=hạng I|1=hạng II|2=xếp hạng I", "A|B|C", "A|B|C", []),
    ("grade", "1=hạng II", "", "", [("steps_vi", "step_without_name", "1"), ("steps_en", "step_without_name", "1")]),
    ("grade", "3=hạng đặc biệt", "A|B", "A|B|C", [("steps_vi", "step_without_name", "3")]),
    ("grade", "1=hạng II", "A", "A|B", [("steps_vi", "step_without_name", "2")]),
    ("grade", "1=hạng II", "A| |C", "A|B|C", [("steps_vi", "step_without_name", "2")]),
    (
        "grade",
        "10=hạng cao",
        "A",
        "A",
        [("steps_vi", "step_without_name", "2"), ("steps_en", "step_without_name", "2")],
    ),
    ("level", "universal=mọi người|marker=đủ", "", "", []),
    ("level", "1=cao", "", "", [("wordings", "steps_without_grade", "")]),
    (
        "count",
        "",
        "Thấp|Cao",
        "Low|High",
        [("steps_vi", "steps_without_grade", ""), ("steps_en", "steps_without_grade", "")],
    ),
    ("word", "2=đạt", "", "", [("wordings", "steps_without_grade", "")]),
    ("increase", "", "", "Low", [("steps_en", "steps_without_grade", "")]),
    ("grades", "1=hạng II", "A", "A", []),  # the scale itself is told
)


@pytest.mark.parametrize(("scale", "wordings", "vietnamese", "english", "told"), FAULTS)
def test_a_step_has_its_name_and_only_grades_have_steps(
    scale: str, wordings: str, vietnamese: str, english: str, told: list[tuple[str, str, str]]
) -> None:
    cells = {"scale": scale, "wordings": wordings, "steps_vi": vietnamese, "steps_en": english}
    facts = Facts({"indicators": [Record("indicators.csv", 2, "", cells)]})
    found = [(one.column, one.fault, one.facts.get("rank", "")) for one in check_steps(facts)]
    assert found == told
