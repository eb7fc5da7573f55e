-- A milestone that falls behind the baseline or the value of the year before.
with pairs as (
  select *, lag(row) over path as row_before, lag(level) over path as level_before, lag(open) over path as open_before
  from steps window path as (partition by place, indicator order by nth)
)
select 'notable' as severity,
       place, document, indicator, year, row as row_a, row_before as row_b,
       case when row_before[1] = 'o' then 'behind_baseline' else 'behind_before' end as told
from pairs where row_before is not null and (level, open) < (level_before, open_before) order by all
