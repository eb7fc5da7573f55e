"""The datasets that readers take away: their columns, in order, and what they can be filtered by. This is the
public contract; etl/datasets.sql fills it, and a column may be added but never renamed."""

from dataclasses import dataclass
from enum import StrEnum


class ColumnContent(StrEnum):
    """What the cells of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME = "time"
    LIST = "list"


@dataclass(frozen=True, slots=True)
class Dataset:
    """One dataset. `key` names a row for ever; `filters` map what is asked by to the column it looks at."""

    name: str
    key: str
    columns: tuple[str, ...]
    filters: dict[str, str]

    @property
    def is_daily(self) -> bool:
        """Whether some of its columns follow from the reader's day, which may be asked for as `date`."""
        return "on_day" in self.columns


HOLDS = {
    **dict.fromkeys(
        (
            "year",
            "from_year",
            "line",
            "line_a",
            "line_b",
            "lines",
            "rank",
            "occurrence",
            "month",
            "day",
            "years",
            "points",
            "decimals",
            "lowest",
            "highest",
            "tile_row",
            "tile_col",
            "rows",
            "months_left",
            "arrives",
            *("numerator", "denominator", "versions", "values"),
        ),
        ColumnContent.INTEGER,
    ),
    **dict.fromkeys(
        (
            *("low", "high", "amount", "amount_least", "amount_most", "share_last_two", "largest_step", "back_loading"),
            *("missing_low", "missing_high", "a_year_low", "a_year_high"),
        ),
        ColumnContent.NUMBER,
    ),
    **dict.fromkeys(
        (
            *("low_open", "high_open", "about", "headline", "compare", "planned", "each_year", "measures", "newest"),
            *("missing_low_open", "missing_high_open", "missing_about"),
        ),
        ColumnContent.BOOLEAN,
    ),
    **dict.fromkeys(
        (*("issued_on", "valid_from", "valid_to", "starts", "ends", "due_on", "data_date", "on_day"), "said_on"),
        ColumnContent.DATE,
    ),
    "built_at": ColumnContent.TIME,
    **dict.fromkeys(
        ("annexes_missing", "leads", "partners", "agencies", "indicators", "themes", "inputs"), ColumnContent.LIST
    ),
}
INDICATOR = "indicator indicator_vi indicator_en theme"
UNIT = "unit_vi unit_en"
PLACE = "place place_vi place_en region"
PAPER = "document document_vi document_en"
VALUE = "printed kind low high low_open high_open about rank unknown_reason"
SOURCE = "locator line"
NOTE = "note_vi note_en"
SAID = "numerator denominator report_period reporter said_by_vi said_by_en said_on paper"


def column_content(column: str) -> ColumnContent:
    """What the cells of a column are; a name means the same in every dataset."""
    return HOLDS.get(column, ColumnContent.TEXT)


def _dataset(name: str, key: str, columns: str, filters: str) -> Dataset:
    """`filters` are names of columns, or `name=column` where they differ."""
    pairs = [one.partition("=")[::2] for one in filters.split()]
    return Dataset(name, key, tuple(columns.split()), {one: column or one for one, column in pairs})


DATASETS = {
    dataset.name: dataset
    for dataset in (
        _dataset(
            "values",
            "row",
            f"row series {INDICATOR} {UNIT} {PLACE} {PAPER} year from_year role stated_in {VALUE} {SOURCE}"
            " each_year reading",
            "indicator theme place region year series kind role stated_in document unknown_reason reading row",
        ),
        _dataset(
            "goals",
            "row",
            f"row {INDICATOR} {UNIT} {PLACE} {PAPER} year from_year role stated_in {VALUE} dated_by limits"
            f" definition {SOURCE} address {NOTE} each_year",
            "indicator theme place region year kind role stated_in document unknown_reason dated_by limits"
            " definition row",
        ),
        _dataset(
            "observations",
            "row",
            f"row {INDICATOR} {UNIT} {PLACE} {PAPER} period year status {VALUE} {SOURCE} address {NOTE}"
            f" {SAID} versions",
            "indicator theme place region year period status kind document unknown_reason report_period row",
        ),
        _dataset(
            "value_versions",
            "row",
            f"row {INDICATOR} {UNIT} {PLACE} {PAPER} period year status {VALUE} locator {NOTE} {SAID} newest versions",
            "indicator theme place region year period status kind document unknown_reason report_period newest row",
        ),
        _dataset(
            "reports",
            "report",
            f"report period {PLACE} reporter said_by_vi said_by_en said_on values",
            "place region period report",
        ),
        _dataset(
            "benchmarks",
            "row",
            f"row {INDICATOR} {UNIT} {PLACE} {PAPER} law law_en year from_year role {VALUE} compare"
            " definition address seen_title confidence caution_vi caution_en each_year reading dated_by"
            f" limits {SOURCE} clause",
            "indicator theme place region year kind role law document reading compare confidence row",
        ),
        _dataset(
            "verdicts",
            "row",
            f"row sign rule {INDICATOR} {PLACE} year verdict plan_row plan_printed plan_locator"
            " other_row other_printed other_locator"
            " benchmark_row benchmark_printed law inputs amount amount_least amount_most"
            " years points share_last_two largest_step"
            " back_loading reason reason_vi reason_en",
            "sign verdict indicator theme place region year law rule reason row",
        ),
        _dataset(
            "distances",
            "row",
            f"row {INDICATOR} change_vi change_en {PLACE} aim law law_en year measures state now_row now_printed"
            " now_period now_document goal_row goal_printed goal_document missing_low missing_high missing_low_open"
            " missing_high_open missing_about pace"
            " arrives on_day months_left a_year_low a_year_high",
            "aim state indicator theme place region year law measures pace row",
        ),
        _dataset(
            "findings",
            "finding",
            f"finding rule rule_vi rule_en family severity {PLACE} {PAPER} {INDICATOR} year row_a"
            " printed_a locator_a line_a row_b printed_b locator_b line_b sentence_vi sentence_en",
            "rule family severity place region document indicator theme year finding",
        ),
        _dataset(
            "tasks",
            "row",
            f"row {PAPER} {PLACE} number occurrence parent task_group group_vi group_en title_vi title_en"
            " lead_printed leads partners_printed partners agencies result_vi result_en time_printed"
            f" time_kind starts ends year point point_vi point_en indicators themes {SOURCE}",
            "place region document agency=agencies lead=leads partner=partners time_kind year"
            " indicator=indicators theme=themes point task_group row",
        ),
        _dataset(
            "duties",
            "row",
            f"row {PAPER} {PLACE} who_vi who_en to_whom_vi to_whom_en what_vi what_en cadence month day"
            f" due_on due_printed {SOURCE}",
            "place region document cadence month row",
        ),
        _dataset(
            "places",
            "place",
            "place kind name_vi name_en type_vi type_en parent region region_vi region_en tile_row tile_col"
            " valid_from valid_to planned",
            "place kind region parent planned",
        ),
        _dataset(
            "indicators",
            "indicator",
            "indicator name_vi name_en short_vi short_en theme theme_vi theme_en unit_vi unit_en change_vi"
            " change_en direction scale decimals headline lowest highest definition_vi definition_en"
            " caution_vi caution_en",
            "indicator theme direction scale headline",
        ),
        _dataset(
            "documents",
            "document",
            f"document kind number issuer_vi issuer_en issued_on date_printed {PLACE} title_vi title_en"
            " short_vi short_en file lines address licence held held_vi held_en missing_vi missing_en"
            " annexes_missing",
            "document kind place region number held",
        ),
        _dataset("release", "name", "name data_date built_at inputs_hash rows", "name"),
    )
}
