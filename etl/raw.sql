-- What the checks need beside the raw tables.
-- The last month of a period as text: 2025-06 itself, 2025-Q3 is 2025-09, a year alone is its end.
create macro last_month(period) as left(period, 4) || '-' || case
  when contains(period, 'Q') then lpad((try_cast(right(period, 1) as integer) * 3)::varchar, 2, '0')
  when length(period) = 7 then right(period, 2) else '12' end;

-- The communes of communes.csv are places; places.csv says more of some of them.
insert into raw_places by name
select c.* exclude (parent, document), 'commune' as kind, c.parent, p.region, '' as tile_row, '' as tile_col, '' as valid_from, '' as valid_to, c.document
from raw_communes c left join raw_places p on p.place = c.parent
where c.place not in (select place from raw_places);

-- The place that a report's folder stands for: itself, or the place of the plan that it is named after.
create temp view report_places as
select r.file, split_part(r.file, '/', 2) as period, r.document as reporter, coalesce(d.place, r.document) as place
from (select file, document from raw_reported_values union select file, document from raw_task_status) r
left join raw_documents d on d.document = r.document and d.kind = 'plan';
