-- A sub-task whose parent is no task of the same group.
select t.file, t.file_line, 'parent' as column_name, t.parent as value, {'task_group': t.task_group} as facts
from raw_tasks t
left join raw_tasks p on p.document = t.document and p.task_group = t.task_group and p.number = t.parent
where t.parent <> '' and p.number is null order by all
