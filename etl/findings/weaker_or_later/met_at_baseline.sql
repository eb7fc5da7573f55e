-- A target that the plan's own baseline already meets, and nothing else in the plan asks for more. Of several such targets
-- the highest is told.
select 'notable' as severity, g.place, g.document, g.indicator, g.year, g.row as row_a, b.row as row_b
from stated g join bases b using (place, document, indicator)
where g.role = 'target' and g.level is not null and b.level is not null and (g.level, g.open) <= (b.level, b.open)
  -- Where the paper states two levels, nothing can be concluded from the lower one alone.
  and not exists (
    from stated o where o.place = g.place and o.indicator = g.indicator and o.role in ('target', 'milestone')
      and o.level is not null and (o.level, o.open) > (b.level, b.open))
qualify row_number() over (partition by g.place, g.indicator order by g.level desc, g.open desc, g.stated_in, g.locator) = 1
order by all
