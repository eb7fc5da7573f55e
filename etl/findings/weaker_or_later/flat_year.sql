-- A year in which nothing moves although the path is to go further.
with pairs as (
  select *, lag(row) over path as row_before, lag(level) over path as level_before, lag(open) over path as open_before,
         max(level) over (partition by place, indicator order by nth rows between 1 following and unbounded following) as to_come
  from steps window path as (partition by place, indicator order by nth)
)
select 'minor' as severity, place, document, indicator, year, row as row_a, row_before as row_b
from pairs where row_before is not null and (level, open) = (level_before, open_before) and to_come > level order by all
