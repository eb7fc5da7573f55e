-- A baseline of something that the paper sets a goal for and says was not surveyed.
select 'notable' as severity, b.place, b.document, b.indicator, b.year, b.row as row_a, g.row as row_b
from bases b join stated g using (place, document, indicator)
where b.unknown_reason = 'not_surveyed' and g.kind <> 'unknown'
qualify row_number() over (partition by b.place, b.indicator order by g.role <> 'target', g.year desc, g.stated_in, g.locator) = 1
order by all
