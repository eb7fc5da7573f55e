-- A year of a national task that its words of time do not print.
select file, file_line, column_name, value, {'printed': time_printed} as facts
from (
  select file, file_line, time_printed, unnest(['from_year', 'year']) as column_name, unnest([from_year, year]) as value
  from raw_national_tasks
)
where value <> '' and not contains(time_printed, value) order by all
