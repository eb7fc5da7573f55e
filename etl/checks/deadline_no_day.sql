-- A duty of a day that no calendar has.
select file, file_line, 'day' as column_name, day as value, {'month': month} as facts
from raw_duties
where day <> '' and coalesce(try_cast(nullif(month, '') as integer), 1) between 1 and 12 and try_cast(day as integer) between 1 and 31
  and try_cast('2024-' || coalesce(nullif(month, ''), '1') || '-' || day as date) is null order by all
