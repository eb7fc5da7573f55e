-- A goal for a year that its paper cannot mean: more than a year before the paper (a plan of early 2026 still counts from late
-- 2025), or after 2050, the last year that any law of the sector looks ahead to. A paper without a year has no first one.
with papers as (
  select document, coalesce(year(try_cast(issued_on as date)), try_cast(regexp_extract(date_printed, '(\d{4})\D*$', 1) as integer)) - 1 as first
  from raw_documents
), stated as (
  select file, file_line, document, unnest(['year', 'from_year']) as column_name, unnest([year, from_year]) as value from raw_goals
  union all
  select file, file_line, law, unnest(['year', 'from_year']), unnest([year, from_year]) from raw_benchmarks
)
select file, file_line, column_name, value, {'document': document, 'first': coalesce(first, 2000), 'last': 2050} as facts
from stated join papers using (document)
where try_cast(value as integer) between 2000 and 2100 and (try_cast(value as integer) < first or try_cast(value as integer) > 2050)
order by all
