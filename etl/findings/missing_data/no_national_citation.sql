-- A plan that does not name Resolution 72-NQ/TW among the papers that it cites; nothing is said where none has been typed.
select 'notable' as severity, p.place, p.document, null as indicator, null::integer as year, min_by(c.row, c.line) as row_a, null as row_b
from planned_places p join citations c using (document) where p.document in (from read_through)
group by p.place, p.document having not bool_or(c.number = '72-NQ/TW')
order by all
