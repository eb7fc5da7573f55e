-- A month or a bound, but no day, where the words do not say which day is meant: "within" a month is its last day, "before" a
-- month the day before it begins.
select file, file_line, 'day' as column_name, day as value, {'bound': bound, 'month': month} as facts
from raw_duties
where day = '' and (
  cadence in ('quarterly', 'half_yearly', 'yearly') and month <> '' and bound not in ('within', 'before')
  or cadence in ('weekly', 'monthly', 'quarterly', 'half_yearly', 'yearly') and month = '' and bound in ('before', 'on')
) order by all
