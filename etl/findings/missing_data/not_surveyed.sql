-- A baseline that the paper itself says was not surveyed.
select 'notable' as severity, b.place, b.document, b.indicator, b.year, b.row as row_a, g.row as row_b
from bases b left join stated g using (place, document, indicator)
where b.unknown_reason = 'not_surveyed' and g.kind is distinct from 'unknown'
qualify row_number() over (partition by b.place, b.indicator order by g.role <> 'target', g.year desc, g.stated_in, g.locator) = 1
order by all
