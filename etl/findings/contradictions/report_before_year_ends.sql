-- A yearly report that is due before the year it reports on has ended.
select 'minor' as severity, d.place, d.document, null as indicator, null::integer as year, d.row as row_a, null as row_b
from duties d
where d.cadence = 'yearly' and d.month is not null and (d.month, coalesce(d.day, 1)) <= (12, 31) and contains(lower(d.what_vi), 'báo cáo')
order by all
