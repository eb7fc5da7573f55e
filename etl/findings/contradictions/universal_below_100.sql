-- The text says everybody; the table never reaches 100.
with ends as (
  from in_table where level is not null and scale = 'level'
  qualify max(level) over (partition by place, indicator) < 100
      and row_number() over (partition by place, indicator order by year desc) = 1
)
select case when (t.place, t.indicator) in (from two_levels) then 'grave' else 'notable' end as severity, t.place, t.document, t.indicator, y.year, t.row as row_a, y.row as row_b
from stated t join ends y on y.place = t.place and y.indicator = t.indicator
where t.kind = 'universal' and t.stated_in in ('body', 'annex_name', 'task') and t.role <> 'vision'
qualify row_number() over (partition by t.place, t.indicator order by t.stated_in <> 'body', t.stated_in <> 'annex_name', t.locator) = 1
order by all
