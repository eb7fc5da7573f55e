-- A task that is its own parent, or the parent of one of its parents.
with recursive above as (
  select document, task_group, number, parent from raw_tasks where parent <> ''
  union
  select a.document, a.task_group, a.number, t.parent
  from above a join raw_tasks t on t.document = a.document and t.task_group = a.task_group and t.number = a.parent
  where t.parent <> ''
)
select file, file_line, 'parent' as column_name, parent as value, {'number': number} as facts
from raw_tasks t
where exists (
  from above a
  where a.document = t.document and a.task_group = t.task_group and a.number = t.number and a.parent = t.number
) order by all
