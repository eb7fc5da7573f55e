-- A folder below reports/ that names no year, quarter or month.
select file, min(file_line) as file_line, '' as column_name, split_part(file, '/', 2) as value, {'folder': split_part(file, '/', 2)} as facts
from raw_task_status
where not regexp_full_match(split_part(file, '/', 2), '20[0-9]{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?') group by all order by all
