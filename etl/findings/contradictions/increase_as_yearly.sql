-- An increase that can be read as one of every year.
select 'notable' as severity, g.place, g.document, g.indicator, g.year, g.row as row_a, null as row_b
from stated g where g.scale = 'increase' and regexp_matches(lower(g.printed), 'h[àằ]ng năm|mỗi năm')
qualify row_number() over (partition by g.place, g.indicator order by g.stated_in desc, g.locator) = 1
order by all
