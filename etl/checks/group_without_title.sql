-- A task whose group has no row in task_groups.csv.
select t.file, t.file_line, 'task_group' as column_name, t.task_group as value, {'document': t.document} as facts
from raw_tasks t left join raw_task_groups g on g.document = t.document and g.task_group = t.task_group
where g.task_group is null order by all
