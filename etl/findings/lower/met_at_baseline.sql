-- A target that the plan's own baseline already meets. Of several such targets the highest is told.
select 'misleads' as severity, g.place, g.document, g.indicator, g.year, g.row as row_a, b.row as row_b
from stated g join bases b using (place, document, indicator)
where g.role = 'target' and g.level is not null and b.level is not null and (g.level, g.open) <= (b.level, b.open)
qualify row_number() over (partition by g.place, g.indicator order by g.level desc, g.open desc, g.stated_in, g.locator) = 1
order by all
