-- A value from a web page, of a time before a merger, at the province that came out of it: it belongs to one of the former ones.
-- What a plan says of its own province is the plan's and stays.
select o.file, o.file_line, 'place' as column_name, o.place as value,
       {'period': o.period, 'place': p.name_vi, 'day': c.changed_on, 'former': c.former} as facts
from raw_national_observations o join raw_places p using (place) join (
  select new_code, changed_on, string_agg('63-' || old_code, ', ' order by old_code) as former
  from raw_place_changes where not_merged = 'no' group by all
) c on c.new_code = o.place
where last_month(o.period) < left(c.changed_on, 7) order by all
