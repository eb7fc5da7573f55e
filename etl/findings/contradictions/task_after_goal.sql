-- Every task that is to move an indicator begins after the first year for which the plan states a goal of it.
with first_goal as (
  from stated where kind <> 'unknown' and role in ('milestone', 'target') and coalesce(from_year, year) is not null
  qualify row_number() over (partition by document, indicator order by coalesce(from_year, year), stated_in, locator) = 1
), first_task as (
  select document, indicator, arg_min(row, starts) as row, min(starts) as starts
  from (select *, unnest(indicators) as indicator from tasks)
  group by document, indicator having bool_and(starts is not null)
)
select 'notable' as severity, g.place, g.document, g.indicator, coalesce(g.from_year, g.year) as year, g.row as row_a, f.row as row_b,
       {'time': t.time_printed, 'year': coalesce(g.from_year, g.year)} as facts
from first_goal g join first_task f using (document, indicator) join tasks t on t.row = f.row
where year(f.starts) > coalesce(g.from_year, g.year) and g.document in (from read_through)
order by all
