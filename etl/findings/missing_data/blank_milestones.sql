-- Years that the yearly table leaves blank on the way to its target.
select 'notable' as severity, y.place, y.document, y.indicator, max(g.year) as year,
       min_by(y.row, y.year) as row_a, max_by(g.row, g.year) as row_b,
       {'years': list(distinct y.year::varchar order by y.year::varchar)} as facts
from in_table y join in_table g on g.place = y.place and g.indicator = y.indicator and g.kind <> 'unknown' and g.year > y.year
where y.document in (from read_through) and y.unknown_reason = 'blank' and y.role = 'milestone'
group by y.place, y.document, y.indicator order by all
