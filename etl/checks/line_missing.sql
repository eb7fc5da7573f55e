-- A row without its line, of a paper whose file is held.
select r.file, r.file_line, 'line' as column_name, '' as value, {'document': r.document, 'paper': d.paper} as facts
from (
  select file, file_line, document, line from raw_goals union all select file, file_line, document, line from raw_observations
  union all select file, file_line, document, line from raw_tasks union all select file, file_line, document, line from raw_duties
  union all select file, file_line, document, line from raw_remarks union all select file, file_line, document, line from raw_citations
  union all select file, file_line, document, line from raw_task_groups
) r join raw_documents d using (document)
where r.line = '' and d.paper <> '' order by all
