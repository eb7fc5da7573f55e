-- A task that ends before it starts.
select file, file_line, 'ends' as column_name, ends as value, {'starts': starts} as facts
from raw_tasks where try_cast(ends as date) < try_cast(starts as date) order by all
