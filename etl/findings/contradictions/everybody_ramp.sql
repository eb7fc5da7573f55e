-- The text says everybody from a year on; the table is below 100 in that year and reaches 100 only later.
with filled as (
  select place, indicator, min(year) as until from in_table where level >= 100 and scale = 'level' group by place, indicator
)
select case when (t.place, t.indicator) in (from two_levels) then 'grave' else 'notable' end as severity, t.place, t.document, t.indicator, t.year, t.row as row_a, y.row as row_b, {'until': f.until} as facts
from stated t join in_table y on y.place = t.place and y.indicator = t.indicator and y.year = t.year and y.level < 100
join filled f on f.place = t.place and f.indicator = t.indicator and f.until > t.year
where t.stated_in in ('body', 'task') and t.from_year is not null and t.level = 100
qualify row_number() over (partition by t.place, t.indicator order by t.stated_in, t.locator) = 1
order by all
