-- A row that points to a line which its paper does not have.
select r.file, r.file_line, 'line' as column_name, r.line as value, {'lines': d.lines, 'document': d.document} as facts
from (
  select file, file_line, document, line from raw_goals union all select file, file_line, document, line from raw_observations
  union all select file, file_line, document, line from raw_tasks union all select file, file_line, document, line from raw_duties
  union all select file, file_line, document, line from raw_remarks
  union all select file, file_line, document, line from raw_task_groups
  union all select file, file_line, law, line from raw_benchmarks where line <> ''
  union all select file, file_line, law, line from raw_national_tasks
) r join raw_documents d using (document)
where try_cast(d.lines as integer) is not null
  and (try_cast(r.line as integer) < 1 or try_cast(r.line as integer) > try_cast(d.lines as integer))
order by all
