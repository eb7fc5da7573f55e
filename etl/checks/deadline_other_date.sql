-- What is due once has its whole date in due_on; a day, a month or a bound beside it says the same or nothing.
select file, file_line, 'due_on' as column_name, due_on as value, {'month': month, 'day': day, 'bound': bound} as facts
from raw_duties
where cadence = 'once' and (
  due_on = '' and (month || day || bound) <> ''
  or due_on <> '' and (try_cast(month as integer) <> month(try_cast(due_on as date)) or try_cast(day as integer) <> day(try_cast(due_on as date)))
) order by all
