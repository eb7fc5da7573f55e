-- What many screens need. Column by column described in data/README.md.

-- The statements that count something else than their indicator's chart shows: what the nation counts, or else most statements.
create view set_apart as
with counted as (
  select row, indicator, axis, 0 as rank, document = '72-nq-tw' as first from benchmarks join definitions using (definition)
  union all
  select row, indicator, axis, 1, false from goals join definitions using (definition)
), tallied as (
  select indicator, axis, min(rank) as rank, bool_or(first) as first, count(*) as number from counted where axis is not null group by all
), chosen as (
  from tallied qualify row_number() over (partition by indicator order by rank, first desc, number desc, axis) = 1
)
select c.row, c.axis from counted c join chosen m using (indicator) where c.axis <> m.axis;

-- A sum of communes' values that no verdict may rest on: of less than 80 % of whom it should count, or of communes where that is
-- not known; a sum without denominators, of less than all.
create view thin_rows as
select o.row
from observations o join rolled_up r using (indicator, place, period) join indicators i using (indicator)
where o.status = 'rolled_up' and (coalesce(r.share, r.reported / r.expected) < 0.8 or (i.rollup = 'sum' and r.reported < r.expected));

-- Everything a place states or reports about an indicator, one row a printed value; `series` says which hand it is from.
create view statements as
with stated as (
  select row, indicator, place, document, year, from_year, role, stated_in, printed, kind, low, high, low_open, high_open, about, rank,
         step_vi, step_en, unknown_reason, locator, line, definition, 'plan' as series, each_year, null as reading
  from goals
  union all
  select o.row, indicator, o.place, document, o.year, null, o.status, d.kind, o.printed, o.kind, low, high, low_open, high_open,
         about, rank, step_vi, step_en, unknown_reason, locator, line, null, case when o.status = 'baseline' then 'baseline' else 'actual' end,
         false, null
  from observations o join documents d using (document) where o.row not in (select row from thin_rows)
  union all
  select row, indicator, place, document, year, from_year, role, 'benchmark', printed, kind, low, high, low_open, high_open, about, rank,
         step_vi, step_en, unknown_reason, coalesce(locator, law), line, definition, 'benchmark', each_year, reading
  from benchmarks
)
select *, row in (select row from set_apart) as apart from stated;

-- Every row that a finding can rest on: what is printed, where it stands, and the value if it is one.
create view pieces as
select * from (
  select row, 'goal' as what, document, indicator, place, printed, kind, low, high, low_open, high_open, about, rank, step_vi, step_en,
         unknown_reason, year, from_year, each_year, dated_by, role, locator, line from goals
  union all by name
  select row, 'observation' as what, document, indicator, place, printed, kind, low, high, low_open, high_open, about, rank,
         step_vi, step_en, unknown_reason, year, status as role, locator, line from observations
  union all by name
  select row, 'benchmark' as what, document, indicator, place, printed, kind, low, high, low_open, high_open, about, rank,
         step_vi, step_en, unknown_reason, year, from_year, each_year, dated_by, role, coalesce(locator, law) as locator, line, reading
  from benchmarks
  union all by name
  select row, 'task' as what, document, place, number as printed, locator, line from tasks
  union all by name
  select row, 'duty' as what, document, place, due_printed as printed, locator, line from duties
  union all by name
  select row, 'citation' as what, document, place, number as printed, locator, line from citations
);

-- The tasks of plans beside what the nation sets: those of the same point of work, or that should move the same indicator.
-- Both joins are our reading.
create view task_matches as
select n.row as national_task, t.row as task, t.document, t.place, coalesce(n.point = t.point, false) as same_point,
       list_sort(list_intersect(n.indicators, t.indicators)) as indicators
from national_tasks n join tasks t on n.point = t.point or list_has_any(n.indicators, t.indicators);

-- The newest report on each task that has one.
create view newest_status as
from task_status qualify row_number() over (partition by task order by said_on desc, period desc) = 1;

-- The places that the screens compare: those whose plan is held, provinces before communes, each with the one paper that
-- counts. Of several papers of a place that is the one of which most is held, then the newest.
create view planned_places as
select p.place, p.kind, p.name_vi, p.name_en, p.parent, p.region, d.document, d.held
from places p join documents d on d.place = p.place and d.kind = 'plan'
qualify row_number() over (
  partition by p.place order by list_position(['whole', 'part', 'excerpt'], d.held), d.issued_month desc nulls last,
    d.issued_on desc nulls last, d.document
) = 1
order by p.kind = 'commune', p.place;

-- Papers of a place beside the one that counts: what they state is shown with their name and judged by nothing.
create view other_papers as
select document, place from documents where kind = 'plan' and place is not null and document not in (select document from planned_places);

-- What adds up within a year and was reported before the year's end says nothing of the year yet.
create view parts_of_years as
select row from observations join indicators using (indicator) where counts = 'year_to_date' and right(last_month(period), 2) <> '12';

-- One value for each place, indicator and year that a map or a table cell can show: the yearly table before the text,
-- a number before a word, the newest of several reports; the text's value is still in `statements`.
create view cells as
select * exclude (choice) from (
  select s.*, row_number() over (
    partition by indicator, place, year
    order by kind = 'unknown', series = 'actual', stated_in = 'annex' desc, kind = 'universal', kind = 'marker', o.at desc,
             role = 'rolled_up', role = 'estimated', length(o.period) desc, locator, s.row
  ) as choice
  from statements s left join (select row, period, last_month(period) as at from observations) o using (row)
  where series in ('plan', 'baseline', 'actual') and year is not null and document not in (select document from other_papers)
    and s.row not in (select row from parts_of_years)
) where choice = 1;

-- The national goals that measure a place: those of Resolution 72-NQ/TW where it sets one, else those of the other laws, which
-- stand beside it on the screens of the indicator.
create view measures as
from benchmarks where place = 'VN' and compare and (document = '72-nq-tw' or indicator not in (
  select indicator from benchmarks where document = '72-nq-tw' and place = 'VN' and year <= 2030 and compare));

-- The verdicts of the goals that measure. A year after 2030 counts only where the plan speaks of it too. `standing` puts the
-- verdicts that a plan meets worst first: weaker before later before two levels before equal before stronger.
create view measured as
select v.*, list_position(['weaker', 'later', 'two_levels', 'equal', 'stronger', 'not_stated', 'not_held', 'not_comparable'], v.verdict) as standing
from verdicts v join measures b on b.row = v.benchmark_row
where v.sign = 'ambition' and (v.year <= 2030 or v.plan_row is not null);

-- The national goal up to 2030 that a plan meets worst.
create view worst_signs as
select * exclude (choice) from (
  select v.*, row_number() over (partition by indicator, place order by standing, year desc, law) as choice
  from measured v where year <= 2030
) where choice = 1;

-- The newest known value of an indicator at a place: the plan's own baseline or a reported one.
create view newest_values as
select * exclude (choice) from (
  select s.*, row_number() over (
    partition by indicator, place
    order by s.kind = 'unknown', o.at desc, role = 'rolled_up', series = 'actual', s.kind = 'universal', s.kind = 'marker', role = 'estimated', length(o.period) desc, locator, s.row
  ) as choice
  from statements s join (select row, period, last_month(period) as at from observations) o using (row)
  where document not in (select document from other_papers) and s.row not in (select row from parts_of_years)
) where choice = 1;

-- One row for each indicator and place with a plan: the newest known value, the last goal (a vision only where there is no
-- other), and how it stands to the nation.
create view spans as
with ends as (
  select * exclude (choice) from (
    select g.*, row_number() over (
      partition by indicator, place
      order by kind = 'unknown', role = 'vision', year desc nulls last, stated_in = 'annex' desc, kind in ('universal', 'marker'), stated_in, locator
    ) as choice
    from goals g where document not in (select document from other_papers)
  ) where choice = 1
)
select i.indicator, p.place, p.kind as place_kind,
       b.row as base_row, b.printed as base_printed, b.kind as base_kind, b.low as base_low, b.high as base_high,
       b.low_open as base_low_open, b.high_open as base_high_open, b.about as base_about, b.rank as base_rank,
       b.step_vi as base_step_vi, b.step_en as base_step_en, b.unknown_reason as base_unknown_reason,
       b.year as base_year, b.series as base_series,
       p.held, e.row, e.printed, e.kind, e.low, e.high, e.low_open, e.high_open, e.about, e.rank, e.step_vi, e.step_en,
       e.unknown_reason, e.year, e.from_year, e.each_year,
       coalesce(e.row in (select row from set_apart), false) as apart,
       w.verdict, w.reason_vi, w.reason_en, s.short_vi, s.short_en
from indicators i cross join planned_places p
left join newest_values b on b.indicator = i.indicator and b.place = p.place
left join ends e on e.indicator = i.indicator and e.place = p.place
left join worst_signs w on w.indicator = i.indicator and w.place = p.place
left join summaries s on s.indicator = i.indicator and s.place = p.place;

-- The findings in the order in which a reader should meet them: the gravest first, the headlines before the rest.
create view review as
select f.*, r.family, r.position, row_number() over (
  order by list_position(['grave', 'notable', 'minor'], f.severity), i.headline desc nulls last,
           i.position nulls last, p.kind = 'commune', f.place, r.position, f.year, f.row_a, f.row_b
) as nth
from findings f join rules r using (rule) join places p using (place) left join indicators i using (indicator);

-- Duties, and the first and last days of tasks where the paper prints them, each in the columns of a duty; `entry` names it for
-- ever. A period of tasks has a first day worth telling, a quarter or a month only a last one.
create view dates as
with leads as (
  select t.row, string_agg(a.name_en, '; ' order by list_position(t.leads, a.agency)) as who_en
  from tasks t join agencies a on list_contains(t.leads, a.agency) group by all
), task_days as (
  from tasks select *, 'task_end' as what, ends as due_on, 'within' as bound where ends is not null
  union all
  from tasks select *, 'task_start', starts, 'on'
  where starts is not null and time_kind in ('from', 'period')
)
select row as entry, row, 'duty' as what, document, place, who_vi, who_en, agencies,
       to_whom_vi, to_whom_en, recipients, what_vi as title_vi, what_en as title_en,
       cadence, month, day, due_on, bound,
       due_printed as printed, locator, line, null as number
from duties
union all
select row || '-' || what, row, what, document, place, lead_printed, coalesce(l.who_en, ''),
       list_distinct(leads || partners), '', '', [], title_vi, title_en, 'once', null, null,
       due_on, bound, time_printed, locator, line, number
from task_days left join leads l using (row);
