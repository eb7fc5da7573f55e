-- A report tells of its own place and of those below it.
select r.file, r.file_line, 'place' as column_name, r.place as value, {'reporter': v.place, 'name': o.name_vi} as facts
from raw_reported_values r join report_places v using (file) join raw_places p on p.place = r.place left join raw_places o on o.place = v.place
where r.place <> v.place and p.parent <> v.place order by all
