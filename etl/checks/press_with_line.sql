-- A benchmark read in the press that claims a line of the paper.
select file, file_line, 'line' as column_name, line as value, {'law': law} as facts
from raw_benchmarks where reading = 'press' and line <> '' order by all
