"""The tables of data/, one after the other, in the order in which they are read (a reference points
backwards)."""

from dataclasses import replace

from etl.contract import (
    ADDRESS,
    DATED_BY,
    DEFINITION,
    EACH_YEAR,
    INDICATOR,
    LIMITS,
    LINES_MAX,
    PERIOD,
    PLACE,
    REPORT_REASON,
    REPORT_STATUS,
    ROLE,
    SOURCE,
    STATUS,
    UNKNOWN_REASON,
    VALID_TO,
    YES_NO,
    CellContent,
    Column,
    TableSchema,
    both,
    choice,
    date,
    reference,
    spare,
    text,
    whole_number,
    year,
)
from healthplan.model.deadline import Bound, Cadence
from healthplan.model.holding import Holding
from healthplan.model.provenance import Provenance
from healthplan.model.reporting import Counts, Rollup
from healthplan.model.status import Status

# fmt: off
THEMES = TableSchema("themes", "themes.csv", ("theme",), (
    *text("theme", required=True), *both("name", required=True), whole_number("position", 0, 9999, required=True),
))
INDICATORS = TableSchema("indicators", "indicators.csv", ("indicator",), (
    *text("indicator", required=True), reference("theme", "themes"), whole_number("position", 0, 99, required=True),
    *both("name", required=True), *both("short", required=True), *both("unit"), *both("change"),
    choice("direction", "up", "down", "none"), choice("scale", "level", "increase", "count", "grade", "word"),
    whole_number("decimals", 0, 6, required=True), choice("headline", *YES_NO), *text("wordings"),
    *both("steps"), *text("unit_words"),
    whole_number("lowest", 0, 999_999_999), whole_number("highest", 0, 999_999_999),
    *spare(choice("counts", *Counts, required=False), choice("rollup", *Rollup, required=False),
    whole_number("per", 1, 100_000), *both("numerator"), *both("denominator"), *text("aliases_vi")),
    *both("definition", required=True), *both("caution"),
))
PLACES = TableSchema("places", "places.csv", ("place",), (
    *text("place", required=True), choice("kind", "nation", "region", "province",
    "commune", "former_province"),
    *both("name", required=True), *both("type"), reference("parent", "places", required=False),
    reference("region", "places", required=False), whole_number("tile_row", 0, 30), whole_number("tile_col", 0, 30),
    date("valid_from"), VALID_TO,
))
COMMUNES = TableSchema("communes", "communes.csv", ("place",), (
    *text("place", required=True), *both("name", required=True), *both("type", required=True),
    reference("parent", "places"),
), optional=True, may_be_empty=True)
PLACE_CHANGES = TableSchema("place_changes", "place_changes.csv", ("old_code",), (
    date("changed_on"), *text("old_code", "old_name", required=True), reference("new_code", "places"),
    *text("new_name", required=True), choice("not_merged", *YES_NO), *text("old_code_means_other_unit_now"),
    choice("keeps_name", *YES_NO),
))
PLACE_STATUS = TableSchema("place_status", "place_status.csv", ("place",), (
    PLACE, *text("type_vi_before", "type_vi_now", required=True), date("changed_on"),
    *text("resolution", required=True),
), may_be_empty=True)
PLACE_CODES = TableSchema("place_codes", "place_codes.csv", ("old_code",), (
    *text("old_code", required=True), PLACE, date("changed_on"),
), optional=True, may_be_empty=True)
DOCUMENTS = TableSchema("documents", "documents.csv", ("document",), (
    *text("document", required=True), choice("kind", "plan", "law", "page"), *text("number"), *both("issuer"),
    date("issued_on"), *text("date_printed"), reference("place", "places", required=False),
    *both("title", required=True), *both("short", required=True), *text("file"), whole_number("lines", 0, LINES_MAX),
    *text("address", "licence"),
    choice("held", *Holding, required=False), *both("held"), *both("missing"), *text("annexes_missing"),
))
KNOWN_PLANS = TableSchema("known_plans", "known_plans.csv", ("place", "number"), (
    PLACE, *text("number", required=True), *both("issuer", required=True), date("issued_on"), *text("address"),
    *both("seen", required=True),
), optional=True, may_be_empty=True)
DEFINITIONS = TableSchema("definitions", "definitions.csv", ("definition",), (
    *text("definition", required=True), *both("name", required=True), *text("axis"),
), may_be_empty=True)
AGENCIES = TableSchema("agencies", "agencies.csv", ("agency",), (
    *text("agency", required=True), *both("name", required=True),
    choice("kind", "committee", "department", "force", "group", "hospital", "office", "party",
    "station", "other"),
    *text("spellings", required=True),
))
ABBREVIATIONS = TableSchema("abbreviations", "abbreviations.csv", ("abbreviation", "meaning_vi"), (
    *text("abbreviation", required=True), *both("meaning", required=True),
), optional=True, may_be_empty=True)
SYNONYMS = TableSchema("synonyms", "synonyms.csv", ("indicator", "alias", "document"), (
    INDICATOR, *text("alias", required=True), reference("document", "documents"),
), optional=True, may_be_empty=True)
GOALS = TableSchema("goals", "plans/*/goals.csv", ("indicator", "place", "year", "from_year", "stated_in",
    "locator", "line"), (
    INDICATOR, PLACE, year("year"), year("from_year"), ROLE,
    choice("stated_in", "body", "annex", "annex_name", "task"), *text("printed"), UNKNOWN_REASON,
    DATED_BY, LIMITS, DEFINITION,
    *SOURCE, ADDRESS, *both("note"), EACH_YEAR,
))
OBSERVATIONS = TableSchema("observations", "plans/*/observations.csv", ("indicator", "place", "period",
    "locator"), (
    INDICATOR, PLACE, PERIOD, *text("printed"), UNKNOWN_REASON, STATUS, *SOURCE, ADDRESS, *both("note"),
), may_be_empty=True)
NATIONAL_GOALS = TableSchema("benchmarks", "national/goals.csv", ("indicator", "place", "law", "year"), (
    INDICATOR, PLACE, reference("law", "documents"), year("year"), year("from_year"), ROLE,
    *text("printed", required=True), choice("reading", *Provenance), DATED_BY, LIMITS, DEFINITION,
    choice("compare", *YES_NO), *text("locator"), whole_number("line", 1, LINES_MAX), *text("clause"),
    *text("address", "seen_title", required=True), choice("confidence", "high", "medium", "low"),
    *both("caution"), EACH_YEAR,
))
NATIONAL_OBSERVATIONS = TableSchema(
    "national_observations", "national/observations.csv", ("indicator", "place", "period", "document"), (
        INDICATOR, PLACE, PERIOD, *text("printed"), UNKNOWN_REASON, STATUS, reference("document",
        "documents"),
        *text("locator", required=True), *both("note"),
    ), may_be_empty=True)
TASK_POINTS = TableSchema("task_points", "task_points.csv", ("point",), (
    *text("point", required=True), *both("theme", required=True), *both("name", required=True),
    whole_number("position", 0, 9999, required=True),
), may_be_empty=True)
TASK_GROUPS = TableSchema("task_groups", "plans/*/task_groups.csv", ("task_group",), (
    *text("task_group", required=True), *both("title", required=True), whole_number("line", 0, LINES_MAX),
), may_be_empty=True)
TASKS = TableSchema("tasks", "plans/*/tasks.csv", ("task_group", "number", "occurrence"), (
    *text("number", required=True), whole_number("occurrence", 1, 999, required=True), *text("parent"),
    *text("task_group", required=True), *both("title", required=True), *text("lead_printed",
    "partners_printed"),
    *both("result"), *text("time_printed"),
    choice("time_kind", "ongoing", "yearly", "from", "quarter", "month", "period", "by", "conditional",
    required=False),
    date("starts"), date("ends"), reference("point", "task_points", required=False), *SOURCE,
), may_be_empty=True)
TASK_INDICATORS = TableSchema("task_indicators", "plans/*/task_indicators.csv", ("task_group", "number",
    "occurrence", "indicator"), (
    *text("task_group", "number", required=True), whole_number("occurrence", 1, 999, required=True), INDICATOR,
    *both("reason", required=True),
), may_be_empty=True)
NATIONAL_TASKS = TableSchema("national_tasks", "national/tasks.csv", ("law", "number"), (
    reference("law", "documents"), *text("number", required=True), *both("title", required=True),
    *text("whom_printed", "time_printed"), year("from_year"), year("year"),
    reference("point", "task_points", required=False), *text("locator", required=True),
    whole_number("line", 1, LINES_MAX, required=True),
), optional=True, may_be_empty=True)
NATIONAL_TASK_INDICATORS = TableSchema("national_task_indicators", "national/task_indicators.csv", ("law", "number",
    "indicator"), (
    reference("law", "documents"), *text("number", required=True), INDICATOR,
), optional=True, may_be_empty=True)
DUTIES = TableSchema("duties", "plans/*/duties.csv", ("who_vi", "what_vi", "due_printed", "line"), (
    *both("who"), *both("to_whom"), *both("what", required=True),
    choice("cadence", *Cadence), whole_number("month", 0, 999_999_999), whole_number("day", 0, 999_999_999),
    date("due_on"),
    choice("bound", *Bound, required=False), *text("due_printed"), *SOURCE,
), may_be_empty=True)
REPORTED_VALUES = TableSchema("reported_values", "reports/*/*/values.csv", ("indicator", "place", "of_period",
    "said_on"), (
    INDICATOR, PLACE, replace(PERIOD, name="of_period"), *text("printed"),
    whole_number("numerator", 0, 999_999_999_999), whole_number("denominator", 0, 999_999_999_999),
    REPORT_REASON, REPORT_STATUS, *both("said_by", required=True),
    Column("said_on", CellContent.DATE, required=True), *text("paper", "locator"), *both("note"),
), optional=True, may_be_empty=True)
TASK_STATUS = TableSchema("task_status", "reports/*/*/task_status.csv", ("task_group", "number", "occurrence"), (
    *text("task_group", "number", required=True), whole_number("occurrence", 1, 999, required=True),
    choice("status", *Status), *both("reason"), *text("progress_printed"), *both("said_by", required=True),
    Column("said_on", CellContent.DATE, required=True), *text("paper"),
), optional=True, may_be_empty=True)
REMARKS = TableSchema("remarks", "plans/*/remarks.csv", ("text_vi",), (
    choice("topic", "missing", "numbering", "slip", "date", "scope", "definition", "other"),
    reference("indicator", "indicators", required=False), *both("text", required=True), *SOURCE,
), may_be_empty=True)
CITATIONS = TableSchema("citations", "plans/*/citations.csv", ("number", "issuer_vi", "issued_on"), (
    *text("number", required=True), *both("issuer"), date("issued_on"), *SOURCE,
), may_be_empty=True)

TABLES = (
    THEMES, INDICATORS, PLACES, COMMUNES, PLACE_CODES, PLACE_CHANGES, PLACE_STATUS, DOCUMENTS, KNOWN_PLANS, AGENCIES,
    DEFINITIONS, ABBREVIATIONS, SYNONYMS, GOALS,
    OBSERVATIONS, NATIONAL_GOALS, NATIONAL_OBSERVATIONS, TASK_POINTS, TASK_GROUPS, TASKS, TASK_INDICATORS,
    NATIONAL_TASKS, NATIONAL_TASK_INDICATORS, DUTIES, REPORTED_VALUES, TASK_STATUS, REMARKS, CITATIONS,
)
