-- A goal that starts to hold after the year it is for.
select file, file_line, 'from_year' as column_name, from_year as value, {'year': year} as facts
from (select file, file_line, year, from_year from raw_goals union all select file, file_line, year, from_year from raw_benchmarks
      union all select file, file_line, year, from_year from raw_national_tasks)
where try_cast(from_year as integer) > try_cast(year as integer) order by all
