-- A task number that the paper prints a second time.
select 'minor' as severity, t.place, t.document, null as indicator, null::integer as year, f.row as row_a, t.row as row_b,
       {'group_a': f.task_group, 'group_b': t.task_group} as facts
from tasks t join tasks f on f.document = t.document and f.number = t.number and f.occurrence = t.occurrence - 1
where t.occurrence > 1 order by all
