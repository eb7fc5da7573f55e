-- An indicator that is known once a year has no value of a month or quarter.
select r.file, r.file_line, 'of_period' as column_name, r.of_period as value, {'name_vi': i.name_vi} as facts
from raw_reported_values r join raw_indicators i using (indicator) where i.counts = 'yearly' and length(r.of_period) > 4 order by all
