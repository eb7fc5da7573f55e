-- Text and table state different numbers for the same year. Where the table asks for more, both can be true.
select case when (t.place, t.indicator) in (from two_levels) then 'grave' else 'notable' end as severity,
       t.place, t.document, t.indicator, t.year, t.row as row_a, y.row as row_b,
       case when (y.level, y.open) >= (t.level, t.open) then 'text_table_more' else 'text_table_differ' end as told
from in_text t join in_table y on y.place = t.place and y.indicator = t.indicator and y.year = t.year
where t.kind <> 'universal' and y.kind <> 'universal' and y.level <> t.level
qualify row_number() over (partition by t.place, t.indicator, t.year order by t.stated_in desc, t.locator) = 1
order by all
