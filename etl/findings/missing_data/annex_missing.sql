-- Annexes that the paper names and our file of it does not hold, whole or in part.
select 'notable' as severity, d.place, d.document, null as indicator, null::integer as year, null as row_a, null as row_b,
       'annex_missing' as told, {'annexes': d.annexes_missing, 'count': len(d.annexes_missing)} as facts
from documents d where d.document in (from read_through) and len(d.annexes_missing) > 0
union all by name
select 'notable' as severity, g.place, g.document, g.indicator, max(g.year) as year, min(g.row) as row_a, null as row_b,
       'annex_page_missing' as told, null as facts
from stated g where g.unknown_reason = 'page_missing' and g.document in (from read_through) group by g.place, g.document, g.indicator
order by document, indicator nulls first
