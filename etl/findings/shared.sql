-- What several rules ask. `levels` (made by the build) holds the weakest end of each value, larger meaning better.
create temp table stated as
select g.*, l.level, l.open, i.scale, i.headline
from goals g join planned_places using (place, document) join indicators i using (indicator) left join levels l using (row);

-- What a paper leaves out can be said of those of which more is held than a few quoted sentences.
create temp table read_through as select document from documents where kind = 'plan' and held <> 'excerpt';

-- One value a year from the yearly table; the column that repeats the target is left out.
create temp table in_table as
from stated where stated_in = 'annex'
qualify row_number() over (partition by place, indicator, year order by kind = 'unknown', kind = 'universal', locator) = 1;

-- What the text says, the body before the name of a row of the table.
create temp table in_text as
from stated where stated_in in ('body', 'annex_name') and kind <> 'unknown' and role <> 'vision';

-- Papers whose goals we cannot know in full: something else is missing than annexes that list tasks.
create temp table partly_held as
select document from documents
where held = 'part' and (len(annexes_missing) = 0 or exists (
  select 1 from unnest(annexes_missing) missing (annex) where not contains(lower(annex), 'nhiệm vụ')));

create temp table bases as
select o.*, l.level, l.open
from observations o join planned_places using (place, document) left join levels l using (row) where o.status = 'baseline';

-- The paths that were judged, step by step: baseline first, then one value a year.
create temp table steps as
select v.indicator, v.place, p.document, p.row, p.year, p.kind, l.level, l.open, v.nth
from (
  select indicator, place, unnest(inputs) as row, generate_subscripts(inputs, 1) as nth from verdicts where sign = 'plan_shape'
) v join pieces p using (row) join levels l using (row);

-- Where text and table of a paper lead to different verdicts on a goal that measures it.
create temp table two_levels as
select distinct place, indicator from measured where verdict = 'two_levels';

-- Every verdict of ambition with the laws that ask for the same in the same year told as one; 72-NQ/TW comes first.
create temp table asks as
select v.place, v.indicator, v.year, v.verdict, v.reason, v.plan_row, v.other_row, b.place as asked_of, b.role,
       first(v.benchmark_row order by b.document <> '72-nq-tw', b.law) as benchmark_row,
       string_agg(b.law_said_vi, ', ' order by b.document <> '72-nq-tw', b.law) as law_vi,
       string_agg(b.law_said_en, ', ' order by b.document <> '72-nq-tw', b.law) as law_en,
       bool_or(b.document = '72-nq-tw') as resolution_72,
       -- Where Resolution 72-NQ/TW sets no goal, the other papers are the measure.
       bool_or(b.document = '72-nq-tw' or not exists (
         from benchmarks r where r.indicator = v.indicator and r.document = '72-nq-tw' and r.compare)) as main
from verdicts v join benchmarks b on b.row = v.benchmark_row join levels l on l.row = b.row
where v.sign = 'ambition'
group by v.place, v.indicator, v.year, v.verdict, v.reason, v.plan_row, v.other_row, b.place, b.role, l.level, l.open;
