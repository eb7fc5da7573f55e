-- The tables of a release, typed from the text that was read. Each `raw_*` is one kind of file of data/.
create table themes as
select theme, name_vi, name_en, position::integer as position from raw_themes order by position;

create table indicators as
select indicator, i.theme, i.name_vi, i.name_en, short_vi, short_en, unit_vi, unit_en, change_vi, change_en, direction, scale,
       decimals::integer as decimals, headline = 'yes' as headline,
       try_cast(lowest as integer) as lowest, try_cast(highest as integer) as highest, nullif(counts, '') as counts,
       coalesce(nullif(rollup, ''), 'none') as rollup, try_cast(per as integer) as per, nullif(numerator_vi, '') as numerator_vi,
       nullif(numerator_en, '') as numerator_en, nullif(denominator_vi, '') as denominator_vi, nullif(denominator_en, '') as denominator_en,
       aliases_vi, definition_vi, definition_en, caution_vi, caution_en,
       t.position * 100 + i.position::integer as position
from raw_indicators i join themes t using (theme) order by position;

-- The steps of the indicators that have a scale of their own (ranks, levels) and no figures.
create table steps as
select indicator, unnest(generate_series(1, len(named_vi)))::integer as rank, unnest(named_vi) as step_vi, unnest(named_en) as step_en
from (select indicator, regexp_split_to_array(steps_vi, ' *\| *') as named_vi, regexp_split_to_array(steps_en, ' *\| *') as named_en
      from raw_indicators where steps_vi <> '')
order by indicator, rank;

create table places as
select place, kind, name_vi, name_en, type_vi, type_en, nullif(parent, '') as parent, nullif(region, '') as region,
       try_cast(tile_row as integer) as tile_row, try_cast(tile_col as integer) as tile_col,
       try_cast(valid_from as date) as valid_from, try_cast(valid_to as date) as valid_to
from raw_places order by place;

-- Codes that a place had here before its official one was known; addresses and decks that name them still lead to it.
create table place_codes as
select old_code, place, try_cast(changed_on as date) as changed_on from raw_place_codes order by old_code;

-- The code that names of rows are made from: the first one that a place had here, so that they last.
create temp macro first_code(code) as coalesce(
  (select min(old_code) from (select old_code, place as now from place_codes) where now = code), code);

create table place_changes as
select changed_on::date as changed_on, old_code, old_name, new_code, new_name, not_merged = 'yes' as not_merged,
       nullif(old_code_means_other_unit_now, '') as old_code_means_other_unit_now, keeps_name = 'yes' as keeps_name
from raw_place_changes order by old_code;

create table place_status as
select place, type_vi_before, type_vi_now, changed_on::date as changed_on, resolution from raw_place_status order by place;

create table reports as
select 'report-' || v.period || '-' || v.reporter as report, v.period, v.reporter, v.place, max(r.said_on::date) as said_on,
       arg_max(r.said_by_vi, r.said_on) as issuer_vi, arg_max(r.said_by_en, r.said_on) as issuer_en, count(*) as values
from raw_reported_values r join report_places v using (file) group by all order by report;

create table documents as
select document, kind, nullif(number, '') as number, issuer_vi, issuer_en, try_cast(issued_on as date) as issued_on,
       date_printed, nullif(place, '') as place, title_vi, title_en, short_vi, short_en, nullif(paper, '') as file,
       try_cast(lines as integer) as lines, nullif(address, '') as address, licence, nullif(held, '') as held, held_vi, held_en, missing_vi, missing_en,
       case when annexes_missing = '' then []::varchar[] else string_split(annexes_missing, '|') end as annexes_missing,
       -- A paper dated "tháng 02 năm 2026" was issued in that month; the day is not known.
       coalesce(date_trunc('month', try_cast(issued_on as date))::date, try_cast(
         regexp_extract(date_printed, '(\d{4})\s*$', 1) || '-' || lpad(regexp_extract(date_printed, '(\d{1,2})\D+\d{4}\s*$', 1), 2, '0') || '-01'
       as date)) as issued_month
from raw_documents
union all by name
-- What was reported for a period, by one folder of reports/, is a paper like the others.
select r.report as document, 'report' as kind, r.issuer_vi, r.issuer_en, r.said_on as issued_on, '' as date_printed, r.place,
       report_title('report_title', r.period, p.name_vi, 'vi') as title_vi, report_title('report_title', r.period, p.name_en, 'en') as title_en,
       title_vi as short_vi, title_en as short_en, '' as licence, '' as held_vi, '' as held_en, '' as missing_vi, '' as missing_en,
       []::varchar[] as annexes_missing, date_trunc('month', r.said_on)::date as issued_month
from reports r join places p using (place)
union all by name
-- What the communes' values of a period add up to stands under one name for all places.
select 'rollup-' || period as document, 'report' as kind, said('rolled_up_by', 'vi') as issuer_vi, said('rolled_up_by', 'en') as issuer_en,
       max(received) as issued_on, '' as date_printed, report_title('rolled_up_title', period, '', 'vi') as title_vi,
       report_title('rolled_up_title', period, '', 'en') as title_en, title_vi as short_vi, title_en as short_en,
       '' as licence, '' as held_vi, '' as held_en, '' as missing_vi, '' as missing_en, []::varchar[] as annexes_missing,
       date_trunc('month', max(received))::date as issued_month
from raw_rolled_up group by period order by document;

-- Plans of other provinces that are known to exist and not held.
-- `document` and `line` are of a paper that cites the plan by its number and date.
create table known_plans as
select k.place, k.number, k.issuer_vi, k.issuer_en, try_cast(k.issued_on as date) as issued_on, nullif(k.address, '') as address,
       min(c.document) as document, try_cast(min_by(c.line, c.document) as integer) as line, k.seen_vi, k.seen_en
from raw_known_plans k left join raw_citations c on c.number = k.number and c.issued_on = k.issued_on
group by all order by k.place, issued_on, k.number;

create table definitions as
select definition, name_vi, name_en, nullif(axis, '') as axis from raw_definitions order by definition;

create table agencies as
select agency, name_vi, name_en, kind, string_split(spellings, '|') as spellings from raw_agencies order by agency;

-- How offices shorten words; the search finds either by the other.
create table abbreviations as
select abbreviation, meaning_vi, meaning_en from raw_abbreviations order by abbreviation, meaning_vi;

-- `row` names one row for ever: it is made from the row's key, so it survives new rows and new releases.
create table goals as
select 'g' || left(md5(concat_ws('|', document, indicator, first_code(place), year, from_year, stated_in, locator, line)), 10) as row,
       indicator, place, document, try_cast(year as integer) as year, try_cast(from_year as integer) as from_year, role,
       stated_in, printed, kind, low, high, low_open, high_open, about, rank, step_vi, step_en, unknown_reason, nullif(dated_by, '') as dated_by,
       nullif(limits, '') as limits, nullif(definition, '') as definition, locator, try_cast(line as integer) as line,
       nullif(address, '') as address, note_vi, note_en,
       each_year = 'yes' as each_year
from raw_goals left join steps using (indicator, rank) order by document, indicator, year nulls last, stated_in, locator;

-- Every value that was ever reported; the newest of one indicator, place and period counts.
create table value_versions as
select 'o' || left(md5(concat_ws('|', v.reporter, r.indicator, first_code(r.place), r.of_period, r.said_on, v.period)), 10) as row,
       r.indicator, r.place, 'report-' || v.period || '-' || v.reporter as document, r.of_period as period, left(r.of_period, 4)::integer as year,
       r.status, r.printed, r.kind, r.low, r.high, r.low_open, r.high_open, r.about, r.rank, step_vi, step_en, r.unknown_reason,
       try_cast(r.numerator as bigint) as numerator, try_cast(r.denominator as bigint) as denominator, v.reporter, v.period as report_period,
       r.said_by_vi, r.said_by_en, r.said_on::date as said_on, nullif(r.paper, '') as paper, coalesce(nullif(r.locator, ''), nullif(r.paper, ''), strftime(r.said_on::date, '%d/%m/%Y')) as locator, r.note_vi, r.note_en,
       row_number() over same = 1 as newest, count(*) over (partition by r.indicator, r.place, r.of_period) as versions
from raw_reported_values r join report_places v using (file) left join steps using (indicator, rank)
window same as (partition by r.indicator, r.place, r.of_period order by r.said_on desc, v.period desc, v.reporter)
order by r.indicator, r.place, r.of_period, r.said_on desc;

create table observations as
select 'o' || left(md5(concat_ws('|', document, indicator, first_code(place), period, locator)), 10) as row,
       indicator, place, document, period, left(period, 4)::integer as year, status, printed, kind, low, high, low_open,
       high_open, about, rank, step_vi, step_en, unknown_reason, locator, try_cast(line as integer) as line, nullif(address, '') as address,
       note_vi, note_en, null::bigint as numerator, null::bigint as denominator, null as reporter, null as report_period,
       null as said_by_vi, null as said_by_en, null::date as said_on, null as paper, 1 as versions
from (
  select indicator, place, document, period, status, printed, kind, low, high, low_open, high_open, about, rank, unknown_reason,
         locator, line, address, note_vi, note_en from raw_observations
  union all
  select indicator, place, document, period, status, printed, kind, low, high, low_open, high_open, about, rank, unknown_reason,
         locator, '', '', note_vi, note_en from raw_national_observations
) left join steps using (indicator, rank)
union all by name
select * exclude (newest), null::integer as line, null as address from value_versions where newest
union all by name
-- Beside a province's own value, never in its place.
select 'o' || left(md5(concat_ws('|', 'rolled_up', indicator, first_code(place), period)), 10) as row, indicator, place,
       'rollup-' || period as document, period, left(period, 4)::integer as year, 'rolled_up' as status, printed, 'exact' as kind,
       low, low as high, false as low_open, false as high_open, false as about, numerator, denominator, said('rolled_up_by', 'vi') as said_by_vi,
       said('rolled_up_by', 'en') as said_by_en, received as said_on, 1 as versions, note_vi, note_en,
       reported || '/' || expected || ' xã' as locator
from raw_rolled_up where printed is not null
order by indicator, place, period, document;

-- Sums of what communes reported; nothing stands in for those that are missing.
create table rolled_up as
select indicator, place, period, numerator, denominator, value, reported, expected, missing, share, received
from raw_rolled_up order by indicator, place, period;

create table benchmarks as
select 'b' || left(md5(concat_ws('|', b.indicator, b.place, b.law, b.year)), 10) as row,
       b.indicator, b.place, coalesce(d.number, d.short_vi) as law, coalesce(d.number, d.short_en) as law_en, b.law as document,
       try_cast(b.year as integer) as year, try_cast(b.from_year as integer) as from_year, b.role, b.printed,
       b.compare = 'yes' as compare, b.kind, b.low, b.high, b.low_open, b.high_open, b.about, b.rank, step_vi, step_en, b.unknown_reason,
       nullif(b.definition, '') as definition, b.address, b.seen_title, b.confidence, b.caution_vi, b.caution_en,
       said_law(coalesce(d.number, d.short_vi), b.reading, 'vi') as law_said_vi,
       said_law(coalesce(d.number, d.short_en), b.reading, 'en') as law_said_en,
       b.each_year = 'yes' as each_year, b.reading, nullif(b.dated_by, '') as dated_by, nullif(b.limits, '') as limits,
       nullif(b.locator, '') as locator, try_cast(b.line as integer) as line, nullif(b.clause, '') as clause
from raw_benchmarks b join documents d on d.document = b.law left join steps s on s.indicator = b.indicator and s.rank = b.rank
order by b.indicator, b.place, b.year, b.law;

create table task_points as
select point, theme_vi, theme_en, name_vi, name_en, position::integer as position from raw_task_points order by position;

create table task_groups as
select document, task_group, title_vi, title_en, try_cast(line as integer) as line from raw_task_groups order by document, try_cast(line as integer);

create table tasks as
select 't' || left(md5(concat_ws('|', document, task_group, number, occurrence)), 10) as row,
       document, d.place, number, occurrence::integer as occurrence, nullif(parent, '') as parent, task_group,
       t.title_vi, t.title_en, lead_printed, leads, partners_printed, partners, result_vi, result_en, time_printed,
       nullif(time_kind, '') as time_kind, try_cast(starts as date) as starts, try_cast(ends as date) as ends,
       nullif(point, '') as point, coalesce(j.indicators, []) as indicators, locator, try_cast(line as integer) as line
from raw_tasks t join (select document, place from documents) d using (document)
left join (
  select document, task_group, number, occurrence, list(indicator order by indicator) as indicators from raw_task_indicators group by all
) j using (document, task_group, number, occurrence)
order by document, try_cast(line as integer);

-- Which indicators a task should move, and why: our reading, shown as such.
create table task_indicators as
select t.row, t.document, t.place, j.indicator, j.reason_vi, j.reason_en
from raw_task_indicators j join tasks t on t.document = j.document and t.task_group = j.task_group and t.number = j.number
  and t.occurrence = j.occurrence::integer
order by t.document, t.line, j.indicator;

-- What the nation sets for localities, and what it sets without naming anybody and plans take up as their own.
create table national_tasks as
select 'n' || left(md5(concat_ws('|', t.law, t.number)), 10) as row, t.law as document, t.number, t.title_vi, t.title_en,
       nullif(t.whom_printed, '') as whom_printed, nullif(t.time_printed, '') as time_printed,
       try_cast(t.from_year as integer) as from_year, try_cast(t.year as integer) as year, nullif(t.point, '') as point,
       coalesce(j.indicators, []) as indicators, t.locator, try_cast(t.line as integer) as line
from raw_national_tasks t
left join (
  select law, number, list(indicator order by indicator) as indicators from raw_national_task_indicators group by all
) j using (law, number)
order by document <> '72-nq-tw', document, line, t.number;

create table duties as
select 'd' || left(md5(concat_ws('|', document, who_vi, what_vi, due_printed, line)), 10) as row,
       document, d.place, who_vi, who_en, agencies, to_whom_vi, to_whom_en, recipients, what_vi, what_en, cadence,
       try_cast(month as integer) as month, try_cast(day as integer) as day, try_cast(due_on as date) as due_on,
       nullif(bound, '') as bound, due_printed,
       locator, try_cast(line as integer) as line
from raw_duties join (select document, place from documents) d using (document) order by document, try_cast(line as integer), what_vi;

-- What has been reported of a task, by the period of the report. A task without a row has no report: nothing is done by default.
create table task_status as
select 's' || left(md5(concat_ws('|', s.file, task_group, number, occurrence)), 10) as row, t.row as task, t.document, t.place,
       split_part(s.file, '/', 2) as period, status, reason_vi, reason_en, progress_printed, said_by_vi, said_by_en,
       said_on::date as said_on, nullif(paper, '') as paper
from (select * replace (occurrence::integer as occurrence) from raw_task_status) s
join tasks t using (document, task_group, number, occurrence)
order by t.document, t.line, said_on, period;

create table remarks as
select 'r' || left(md5(concat_ws('|', document, text_vi)), 10) as row,
       document, d.place, topic, nullif(indicator, '') as indicator, text_vi, text_en, locator, try_cast(line as integer) as line
from raw_remarks join (select document, place from documents) d using (document) order by document, try_cast(line as integer);

-- Other official papers that a paper cites by number; the number alone does not name a paper.
create table citations as
select 'c' || left(md5(concat_ws('|', c.document, number, c.issuer_vi, c.issued_on)), 10) as row,
       c.document, d.place, number, nullif(c.issuer_vi, '') as issuer_vi, nullif(c.issuer_en, '') as issuer_en,
       try_cast(c.issued_on as date) as issued_on, locator, try_cast(line as integer) as line
from raw_citations c join (select document, place from documents) d using (document) order by document, number, issued_on;

-- Computed once by the build, read by the screens.
create table verdicts (
  sign varchar, rule varchar, indicator varchar, place varchar, year integer, verdict varchar, plan_row varchar,
  plan_printed varchar, plan_locator varchar, other_row varchar, other_printed varchar, other_locator varchar, benchmark_row varchar, benchmark_printed varchar, law varchar, inputs varchar[],
  amount double, amount_least double, amount_most double, years integer, points integer, share_last_two double, largest_step double, back_loading double,
  reason varchar, reason_vi varchar, reason_en varchar
);
-- The short form of the verdicts `ambition` on an indicator and a place: law, years, words.
create table summaries (indicator varchar, place varchar, short_vi varchar, short_en varchar);
-- From the newest known value of a place to a goal: the plan's own (`aim` plan) or one of the nation's (`aim` nation).
create table distances (
  indicator varchar, place varchar, aim varchar, now_row varchar, goal_row varchar, year integer, measures boolean, state varchar,
  low double, high double, low_open boolean, high_open boolean, about boolean, pace varchar, arrives integer
);
create table rules (
  rule varchar, family varchar, position integer, name_vi varchar, name_en varchar, how_vi varchar, how_en varchar
);
create table findings (
  finding varchar, rule varchar, severity varchar, place varchar, document varchar, indicator varchar, year integer,
  row_a varchar, printed_a varchar, locator_a varchar, line_a integer, row_b varchar, printed_b varchar, locator_b varchar,
  line_b integer, sentence_vi varchar, sentence_en varchar
);

-- What our own joins of tasks and indicators leave open. It is no finding about a plan and is counted with none.
create table mapping_gaps as from findings limit 0;

create table release (name varchar, data_date date, built_at timestamp, inputs_hash varchar, rows integer);

-- How many rows each file of data/ had that had any.
create table release_files (file varchar, rows integer);
