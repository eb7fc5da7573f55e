-- A yearly duty of a day that no calendar has.
select file, file_line, 'day' as column_name, day as value, {'month': month} as facts
from raw_duties
where cadence in ('yearly', 'once') and try_cast(month as integer) between 1 and 12 and try_cast(day as integer) between 1 and 31
  and try_cast('2024-' || month || '-' || day as date) is null order by all
