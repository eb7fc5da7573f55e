-- A folder below plans/ that no row of documents.csv describes as a plan.
select distinct r.file, 0 as file_line, '' as column_name, r.document as value, {'document': r.document} as facts
from (
  select file, document from raw_goals union select file, document from raw_observations
  union select file, document from raw_tasks union select file, document from raw_task_groups
  union select file, document from raw_duties union select file, document from raw_remarks
  union select file, document from raw_task_status union select file, document from raw_task_indicators
  union select file, document from raw_citations
) r
left join raw_documents d on d.document = r.document and d.kind = 'plan'
where d.document is null order by all
