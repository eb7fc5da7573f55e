"""Ready citations of a row and of a view: the paper, its place in it, the figure as printed, our release."""

import json

import pytest

from tests.api.client import ask, json_body


@pytest.fixture
def goal(real) -> dict:
    """A goal that Điện Biên prints in its table."""
    rows = json_body("/goals", "place=11&indicator=doctors_per_station&year=2027&stated_in=annex")["rows"]
    return rows[0]


def cited(query: str) -> str:
    return ask("/cite", query)["body"].decode()


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_row_is_cited_with_paper_place_figure_release_and_link(goal: dict, lang: str) -> None:
    text = cited(f"row={goal['row']}&lang={lang}")
    assert "4 - 5" in text and goal["row"] in text and "release-" in text
    assert ("Phụ lục I" if lang == "vi" else "Annex I") in text
    assert ("Điện Biên" if lang == "vi" else "Dien Bien") in text


def test_what_is_missing_of_a_date_is_said(goal: dict) -> None:
    assert "tháng 02 năm 2026" in cited(f"row={goal['row']}&lang=vi")


def test_bibtex_is_one_entry_with_balanced_braces(goal: dict) -> None:
    text = cited(f"row={goal['row']}&format=bibtex&lang=vi")
    assert text.startswith("@") and text.count("{") == text.count("}")
    assert "4 - 5" in text and "Điện Biên" in text


def test_csl_json_names_its_type_and_title(goal: dict) -> None:
    (item,) = json.loads(cited(f"row={goal['row']}&format=csl&lang=vi"))
    assert (item["type"] and item["title"] and item["URL"].endswith(goal["row"])) or "release=" in item["URL"]


def test_a_view_is_cited_with_its_filters_and_its_release(real) -> None:
    text = cited("dataset=goals&place=11,12&lang=en")
    assert "place=11,12" in text and "release=" in text


def test_an_unknown_row_is_refused_in_a_sentence(real) -> None:
    answer = ask("/cite", "row=g0000000000")
    assert answer["status"] == 404 and "g0000000000" in json.loads(answer["body"])["error"]["vi"]
