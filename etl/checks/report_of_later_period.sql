-- A report cannot tell of a time after its own period, nor be said before the period that it tells of begins.
select r.file, r.file_line, 'of_period' as column_name, r.of_period as value, {'period': v.period, 'said_on': r.said_on} as facts
from raw_reported_values r join report_places v using (file)
where last_month(r.of_period) > last_month(v.period) or left(r.said_on, 7) < left(r.of_period || '-01', 7) order by all
