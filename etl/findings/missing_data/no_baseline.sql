-- A target with a number, and no number to start from: no row for it, a blank cell, or a page that is missing.
select 'notable' as severity, g.place, g.document, g.indicator, g.year, g.row as row_a, b.row as row_b,
       'no_baseline_' || coalesce(
         b.unknown_reason, case when g.document in (from partly_held) then 'not_held' else 'not_stated' end) as told
from stated g left join bases b using (place, document, indicator)
where g.document in (from read_through) and g.role = 'target' and g.year is not null and g.level is not null and g.scale <> 'grade' and g.scale <> 'word'
  -- An increase starts from its level: "10 % more" beside a baseline of 35,0.
  and not exists (from bases o where o.place = g.place and o.indicator = regexp_replace(g.indicator, '_gain$', '') and o.level is not null)
  and b.level is null and b.unknown_reason is distinct from 'not_surveyed'
qualify row_number() over (partition by g.place, g.indicator order by g.kind = 'universal', g.year desc, g.stated_in, g.locator) = 1
order by all
