-- A cell that the cadence has no use for: a date beside a rule, a month beside "monthly", a day of what has no date.
with cells as (
  select file, file_line, cadence, unnest(['month', 'day', 'due_on', 'bound']) as column_name, unnest([month, day, due_on, bound]) as value
  from raw_duties
)
select file, file_line, column_name, value, {'cadence': cadence, 'column': column_name} as facts
from cells
where value <> '' and (
  cadence in ('on_request', 'periodic')
  or column_name = 'due_on' and cadence in ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly')
  or column_name = 'month' and cadence in ('weekly', 'monthly')
) order by all
