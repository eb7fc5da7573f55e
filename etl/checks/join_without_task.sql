-- A join of an indicator with a task that the plan does not have.
select j.file, j.file_line, 'number' as column_name, j.number as value, {'task_group': j.task_group} as facts
from raw_task_indicators j
left join raw_tasks t on t.document = j.document and t.task_group = j.task_group and t.number = j.number and t.occurrence = j.occurrence
where t.number is null
union all
select j.file, j.file_line, 'number', j.number, {'task_group': j.law}
from raw_national_task_indicators j left join raw_national_tasks t on t.law = j.law and t.number = j.number
where t.number is null order by all
