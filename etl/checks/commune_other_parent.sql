-- A commune of places.csv that the official list puts into another province.
select p.file, p.file_line, 'parent' as column_name, p.parent as value, {'place': c.place, 'name': c.name_vi, 'parent': c.parent} as facts
from raw_places p join raw_communes c using (place) where p.parent <> c.parent order by all
