-- A place that is its own parent, or the parent of one of its parents: no walk upwards would end.
with recursive above as (
  select place, parent from raw_places where parent <> ''
  union
  select a.place, p.parent from above a join raw_places p on p.place = a.parent where p.parent <> ''
)
select file, file_line, 'parent' as column_name, parent as value, {'place': place} as facts
from raw_places where place in (select place from above where parent = place) order by all
