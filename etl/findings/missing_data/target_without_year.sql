-- A target that the paper dates nowhere.
select 'notable' as severity, g.place, g.document, g.indicator, null::integer as year, g.row as row_a, null as row_b,
       case when g.document in (from partly_held) then 'target_without_year_held' end as told
from stated g
where g.document in (from read_through) and g.year is null and g.from_year is null and g.kind <> 'unknown' and g.role = 'target'
  and not exists (from stated d where d.place = g.place and d.indicator = g.indicator and d.year is not null and d.kind <> 'unknown')
qualify row_number() over (partition by g.place, g.indicator order by g.kind in ('universal', 'marker'), g.stated_in, g.locator) = 1
order by all
