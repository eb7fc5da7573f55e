-- A goal or a baseline whose place is not the place of its plan.
select r.file, r.file_line, 'place' as column_name, r.place as value, {'place': d.place, 'document': d.document} as facts
from (select file, file_line, document, place from raw_goals union all select file, file_line, document, place from raw_observations) r
join raw_documents d using (document)
where d.place <> '' and r.place <> d.place and r.place in (select place from raw_places) order by all
