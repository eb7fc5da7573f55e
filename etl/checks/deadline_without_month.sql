-- A day of a quarter, a half-year or a year, but not of which month: it has no date, and none is made up.
select file, file_line, 'month' as column_name, month as value,
       {'day': day, 'most': case cadence when 'quarterly' then '3' when 'half_yearly' then '6' else '12' end} as facts
from raw_duties where cadence in ('quarterly', 'half_yearly', 'yearly') and day <> '' and month = '' order by all
