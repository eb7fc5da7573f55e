-- A share that the paper limits to priority groups, or leaves to groups and a roadmap, beside what it says of everybody.
select 'notable' as severity,
       g.place, g.document, g.indicator, g.year, g.row as row_a, e.row as row_b,
       g.limits || case when e.row is null then '' else '_and_all' end as told
from stated g left join stated e on e.place = g.place and e.indicator = g.indicator and e.limits is null
  and e.stated_in = 'body' and e.kind <> 'unknown' and e.role <> 'vision'
where g.limits in ('priority_groups', 'priority_roadmap')
qualify row_number() over (partition by g.place, g.indicator order by g.stated_in = 'annex' desc, g.year, g.locator, e.locator) = 1
order by all
