-- What readers take away: one table a dataset in the schema `datasets`, each row with readable names, its place in a stable
-- order (`nth`, from 1) and the words it is found by (`searched`). healthplan/model/dataset.py says the same in code.
create schema datasets;

create temp table known_places as
select p.place, p.name_vi as place_vi, p.name_en as place_en, case when p.kind = 'region' then p.place else p.region end as region,
       list_position(['nation', 'region', 'province', 'commune', 'former_province'], p.kind) as rung
from places p;
create temp table known_indicators as
select i.indicator, i.name_vi as indicator_vi, i.name_en as indicator_en, i.theme, i.unit_vi, i.unit_en, i.position as at,
       concat_ws(' ', i.indicator, i.name_vi, i.name_en, i.short_vi, i.short_en, t.name_vi, t.name_en) as spoken
from indicators i join themes t using (theme);
create temp table known_documents as
select document, short_vi as document_vi, short_en as document_en, concat_ws(' ', document, number, short_vi, short_en) as titled
from documents;

create table datasets.places as
select row_number() over (order by k.rung, p.place) as nth, p.place, p.kind, p.name_vi, p.name_en, p.type_vi, p.type_en, p.parent,
       k.region, r.name_vi as region_vi, r.name_en as region_en, p.tile_row, p.tile_col, p.valid_from, p.valid_to,
       exists (from planned_places h where h.place = p.place) as planned,
       searchable(concat_ws(' ', p.place, p.name_vi, p.name_en, p.type_vi, p.type_en, r.name_vi, r.name_en)) as searched
from places p join known_places k using (place) left join places r on r.place = k.region order by nth;

create table datasets.indicators as
select row_number() over (order by i.position, i.indicator) as nth, i.indicator, i.name_vi, i.name_en, i.short_vi, i.short_en, i.theme,
       t.name_vi as theme_vi, t.name_en as theme_en, i.unit_vi, i.unit_en, i.change_vi, i.change_en, i.direction, i.scale,
       i.decimals, i.headline, i.lowest, i.highest, i.definition_vi, i.definition_en, i.caution_vi, i.caution_en,
       searchable(concat_ws(' ', k.spoken, i.definition_vi, i.definition_en, i.caution_vi, i.caution_en)) as searched
from indicators i join themes t using (theme) join known_indicators k using (indicator) order by nth;

create table datasets.documents as
select row_number() over (order by list_position(['plan', 'law', 'page'], d.kind), p.rung is not distinct from 4, d.place, d.document) as nth,
       d.document, d.kind, d.number, d.issuer_vi, d.issuer_en, d.issued_on, d.date_printed, d.place, p.place_vi, p.place_en, p.region,
       d.title_vi, d.title_en, d.short_vi, d.short_en, d.file, d.lines, d.address, d.licence, d.held, d.held_vi, d.held_en, d.missing_vi,
       d.missing_en, d.annexes_missing,
       searchable(concat_ws(' ', d.document, d.number, d.issuer_vi, d.issuer_en, d.title_vi, d.title_en, d.short_vi, d.short_en,
         p.place_vi, p.place_en)) as searched
from documents d left join known_places p using (place) order by nth;

create table datasets.goals as
select row_number() over (order by i.at, p.rung, place, g.year nulls last, g.stated_in, document, g.locator, g.row) as nth,
       g.row, indicator, i.indicator_vi, i.indicator_en, i.theme, i.unit_vi, i.unit_en, place, p.place_vi, p.place_en, p.region,
       document, d.document_vi, d.document_en, g.year, g.from_year, g.role, g.stated_in, g.printed, g.kind, g.low, g.high,
       g.low_open, g.high_open, g.about, g.rank, g.unknown_reason, g.dated_by, g.limits, g.definition, g.locator, g.line, g.address, g.note_vi, g.note_en, g.each_year,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, d.titled, g.year, g.printed, g.locator, g.note_vi, g.note_en)) as searched
from goals g join known_indicators i using (indicator) join known_places p using (place) join known_documents d using (document)
order by nth;

create table datasets.observations as
select row_number() over (order by i.at, p.rung, place, o.period, document, o.locator, o.row) as nth,
       o.row, indicator, i.indicator_vi, i.indicator_en, i.theme, i.unit_vi, i.unit_en, place, p.place_vi, p.place_en, p.region,
       document, d.document_vi, d.document_en, o.period, o.year, o.status, o.printed, o.kind, o.low, o.high, o.low_open,
       o.high_open, o.about, o.rank, o.unknown_reason, o.locator, o.line, o.address, o.note_vi, o.note_en,
       o.numerator, o.denominator, o.report_period, o.reporter, o.said_by_vi, o.said_by_en, o.said_on, o.paper, o.versions,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, d.titled, o.period, o.printed, o.locator, o.note_vi, o.note_en)) as searched
from observations o join known_indicators i using (indicator) join known_places p using (place) join known_documents d using (document)
order by nth;

create table datasets.value_versions as
select row_number() over (order by i.at, p.rung, place, v.period, v.said_on desc, document, v.row) as nth,
       v.row, indicator, i.indicator_vi, i.indicator_en, i.theme, i.unit_vi, i.unit_en, place, p.place_vi, p.place_en, p.region,
       document, d.document_vi, d.document_en, v.period, v.year, v.status, v.printed, v.kind, v.low, v.high, v.low_open,
       v.high_open, v.about, v.rank, v.unknown_reason, v.locator, v.note_vi, v.note_en, v.numerator, v.denominator,
       v.report_period, v.reporter, v.said_by_vi, v.said_by_en, v.said_on, v.paper, v.newest, v.versions,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, d.titled, v.period, v.printed, v.said_by_vi, v.said_by_en, v.note_vi,
         v.note_en)) as searched
from value_versions v join known_indicators i using (indicator) join known_places p using (place) join known_documents d using (document)
order by nth;

create table datasets.reports as
select row_number() over (order by r.period desc, p.rung, r.place, r.report) as nth, r.report, r.period, r.place, p.place_vi, p.place_en,
       p.region, r.reporter, r.issuer_vi as said_by_vi, r.issuer_en as said_by_en, r.said_on, r.values,
       searchable(concat_ws(' ', r.report, r.period, p.place_vi, p.place_en, r.issuer_vi, r.issuer_en)) as searched
from reports r join known_places p using (place) order by nth;

create table datasets.benchmarks as
select row_number() over (order by i.at, p.rung, place, b.year nulls last, b.law, b.row) as nth,
       b.row, indicator, i.indicator_vi, i.indicator_en, i.theme, i.unit_vi, i.unit_en, place, p.place_vi, p.place_en, p.region,
       document, d.document_vi, d.document_en, b.law, b.law_en, b.year, b.from_year, b.role, b.printed, b.kind, b.low, b.high,
       b.low_open, b.high_open, b.about, b.rank, b.unknown_reason, b.compare, b.definition, b.address, b.seen_title, b.confidence,
       b.caution_vi, b.caution_en, b.each_year, b.reading, b.dated_by, b.limits, b.locator, b.line, b.clause,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, d.titled, b.law, b.year, b.printed, b.caution_vi, b.caution_en)) as searched
from benchmarks b join known_indicators i using (indicator) join known_places p using (place) join known_documents d using (document)
order by nth;

create table datasets.values as
select row_number() over (order by i.at, p.rung, place, s.year nulls last, s.series, s.stated_in, document, s.locator, s.row) as nth,
       s.row, s.series, indicator, i.indicator_vi, i.indicator_en, i.theme, i.unit_vi, i.unit_en, place, p.place_vi, p.place_en,
       p.region, document, d.document_vi, d.document_en, s.year, s.from_year, s.role, s.stated_in, s.printed, s.kind, s.low, s.high,
       s.low_open, s.high_open, s.about, s.rank, s.unknown_reason, s.locator, s.line, s.each_year, s.reading,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, d.titled, s.year, s.printed, s.locator)) as searched
from statements s join known_indicators i using (indicator) join known_places p using (place) join known_documents d using (document)
order by nth;

create table datasets.verdicts as
with named as (
  select 'v' || left(md5(concat_ws('|', sign, rule, indicator, first_code(place), year, law, plan_row, benchmark_row)), 10) as row, * from verdicts
)
select row_number() over (order by i.at, p.rung, place, v.sign, v.year nulls last, v.law, v.row) as nth,
       v.row, v.sign, v.rule, indicator, i.indicator_vi, i.indicator_en, i.theme, place, p.place_vi, p.place_en, p.region, v.year,
       v.verdict, v.plan_row, v.plan_printed, v.plan_locator, v.other_row, v.other_printed, v.other_locator, v.benchmark_row, v.benchmark_printed, v.law, v.inputs, v.amount, v.amount_least, v.amount_most,
       v.years, v.points, v.share_last_two, v.largest_step, v.back_loading, v.reason, v.reason_vi, v.reason_en,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, v.law, v.year, v.reason_vi, v.reason_en)) as searched
from named v join known_indicators i using (indicator) join known_places p using (place) order by nth;

-- What follows from the reader's day, as healthplan/model/distance.py has it; both are asked for with the table below.
create macro months_left(day, until) as round(date_diff('day', day, make_date(until, 12, 31)) / (365.25 / 12))::integer;
create macro share_a_year(amount, months) as case when months > 0 then amount / case when months >= 24 then months / 12 else 1 end end;

create table datasets.distances as
with named as (
  select 'd' || left(md5(concat_ws('|', indicator, first_code(place), aim, goal_row)), 10) as row, * from distance_statements
)
select row_number() over (order by i.at, p.rung, place, d.aim desc, d.year nulls last, b.law, d.row) as nth,
       d.row, indicator, i.indicator_vi, i.indicator_en, i.theme, n.change_vi, n.change_en, place, p.place_vi, p.place_en, p.region,
       d.aim, b.law, b.law_en, d.year, d.measures, d.state, d.now_row, d.now_printed, d.now_period, d.now_document, d.goal_row,
       d.goal_printed, d.goal_document, d.low as missing_low, d.high as missing_high, d.low_open as missing_low_open,
       d.high_open as missing_high_open, d.about as missing_about, d.pace, d.arrives,
       searchable(concat_ws(' ', i.spoken, p.place_vi, p.place_en, b.law, d.year, d.now_printed, d.goal_printed)) as searched
from named d join known_indicators i using (indicator) join indicators n using (indicator) join known_places p using (place)
left join benchmarks b on b.row = d.goal_row order by nth;

create table datasets.findings as
select f.nth, f.finding, f.rule, r.name_vi as rule_vi, r.name_en as rule_en, f.family, f.severity, place, p.place_vi, p.place_en,
       p.region, f.document, d.document_vi, d.document_en, f.indicator, i.indicator_vi, i.indicator_en, i.theme, f.year, f.row_a,
       f.printed_a, f.locator_a, f.line_a, f.row_b, f.printed_b, f.locator_b, f.line_b, f.sentence_vi, f.sentence_en,
       searchable(concat_ws(' ', r.name_vi, r.name_en, i.spoken, p.place_vi, p.place_en, d.titled, f.year, f.sentence_vi,
         f.sentence_en)) as searched
from review f join rules r using (rule) join known_places p using (place) left join known_indicators i on i.indicator = f.indicator
left join known_documents d on d.document = f.document order by f.nth;

create table datasets.tasks as
with moved as (
  select j.row, list(distinct i.theme order by i.theme) as themes, string_agg(i.spoken, ' ' order by i.at) as spoken
  from task_indicators j join known_indicators i using (indicator) group by j.row
), bodies as (
  select t.row, string_agg(concat_ws(' ', a.name_vi, a.name_en), ' ' order by a.agency) as spoken
  from tasks t join agencies a on list_contains(t.leads || t.partners, a.agency) group by t.row
)
select row_number() over (order by p.rung, place, document, t.line, t.row) as nth,
       t.row, document, d.document_vi, d.document_en, place, p.place_vi, p.place_en, p.region, t.number, t.occurrence, t.parent,
       t.task_group, g.title_vi as group_vi, g.title_en as group_en, t.title_vi, t.title_en, t.lead_printed, t.leads,
       t.partners_printed, t.partners, list_sort(list_distinct(t.leads || t.partners)) as agencies, t.result_vi, t.result_en,
       t.time_printed, t.time_kind, t.starts, t.ends, year(coalesce(t.ends, t.starts))::integer as year, t.point,
       o.name_vi as point_vi, o.name_en as point_en, t.indicators, coalesce(m.themes, []) as themes, t.locator, t.line,
       searchable(concat_ws(' ', t.number, t.title_vi, t.title_en, g.title_vi, g.title_en, t.lead_printed, t.partners_printed,
         b.spoken, t.result_vi, t.result_en, t.time_printed, o.name_vi, o.name_en, m.spoken, p.place_vi, p.place_en, d.titled)) as searched
from tasks t join known_places p using (place) join known_documents d using (document)
left join task_groups g on g.document = t.document and g.task_group = t.task_group
left join task_points o on o.point = t.point left join moved m on m.row = t.row left join bodies b on b.row = t.row order by nth;

create table datasets.duties as
select row_number() over (order by p.rung, place, document, u.line, u.what_vi, u.row) as nth,
       u.row, document, d.document_vi, d.document_en, place, p.place_vi, p.place_en, p.region, u.who_vi, u.who_en, u.to_whom_vi,
       u.to_whom_en, u.what_vi, u.what_en, u.cadence, u.month, u.day, u.due_on, u.due_printed, u.locator, u.line,
       searchable(concat_ws(' ', u.who_vi, u.who_en, u.to_whom_vi, u.to_whom_en, u.what_vi, u.what_en, u.due_printed, p.place_vi,
         p.place_en, d.titled)) as searched
from duties u join known_places p using (place) join known_documents d using (document) order by nth;

create table datasets.release as
select 1::bigint as nth, name, data_date, built_at, inputs_hash, rows, searchable(name) as searched from release;

-- Every row that can be cited, with its paper, its place in it and what is printed there; a verdict or a finding is ours and has
-- a sentence instead of a paper.
create view datasets.citable as
with named as (
  select row, what, document, indicator, place, printed, unknown_reason, year, from_year, locator, line, reading
  from main.pieces
  union all by name
  select row, 'verdict' as what, indicator, place, year, reason_vi as sentence_vi, reason_en as sentence_en from datasets.verdicts
  union all by name
  select row, 'distance' as what, indicator, place, year,
         concat(coalesce(now_printed, 'chưa có số liệu hiện trạng'), ' → ', coalesce(goal_printed, 'chưa có mục tiêu')) as sentence_vi,
         concat(coalesce(now_printed, 'no current figure'), ' → ', coalesce(goal_printed, 'no goal')) as sentence_en
  from datasets.distances
  union all by name
  select finding as row, 'finding' as what, indicator, place, year, sentence_vi, sentence_en from main.findings
  union all by name
  select row, 'remark' as what, document, place, indicator, locator, line, text_vi as sentence_vi, text_en as sentence_en from main.remarks
  union all by name
  select document as row, 'document' as what, document from main.documents
)
select n.*, d.kind as paper_kind, d.number, d.issuer_vi, d.issuer_en, d.issued_on, d.issued_month,
       d.date_printed, d.title_vi, d.title_en, d.licence, coalesce(b.address, g.address, o.address, d.address) as address,
       i.name_vi as indicator_vi, i.name_en as indicator_en, p.name_vi as place_vi, p.name_en as place_en,
       coalesce(n.sentence_vi, t.title_vi, u.what_vi) as said_vi, coalesce(n.sentence_en, t.title_en, u.what_en) as said_en
from named n left join main.documents d on d.document = n.document left join main.benchmarks b on b.row = n.row
left join main.goals g on g.row = n.row left join main.observations o on o.row = n.row
left join main.indicators i on i.indicator = n.indicator left join main.places p on p.place = n.place
left join main.tasks t on t.row = n.row left join main.duties u on u.row = n.row;

drop table known_places;
drop table known_indicators;
drop table known_documents;
