-- A value of a time after the last day of a former province.
select o.file, o.file_line, 'place' as column_name, o.place as value,
       {'period': o.period, 'place': p.name_vi, 'day': p.valid_to, 'now': p.parent} as facts
from (
  select file, file_line, place, period from raw_observations
  union all select file, file_line, place, period from raw_national_observations
) o join raw_places p using (place)
where p.kind = 'former_province' and p.valid_to <> '' and last_month(o.period) > left(p.valid_to, 7) order by all
