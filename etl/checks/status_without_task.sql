-- A report on a task that the plan does not have.
select s.file, s.file_line, 'number' as column_name, s.number as value, {'task_group': s.task_group} as facts
from raw_task_status s
left join raw_tasks t on t.document = s.document and t.task_group = s.task_group and t.number = s.number and t.occurrence = s.occurrence
where t.number is null order by all
