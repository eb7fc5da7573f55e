-- A plan that does not name Resolution 72-NQ/TW.
select 'notable' as severity, p.place, p.document, null as indicator, null::integer as year, min_by(c.row, c.line) as row_a, null as row_b
from planned_places p left join citations c using (document)
group by p.place, p.document having not coalesce(bool_or(c.number = '72-NQ/TW'), false)
order by all
