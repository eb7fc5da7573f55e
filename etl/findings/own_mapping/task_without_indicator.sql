-- A task that is to move no indicator followed here, in a plan whose tasks are joined to indicators; headings over sub-tasks
-- are not tasks.
select 'minor' as severity, t.place, t.document, null as indicator, null::integer as year, t.row as row_a, null as row_b
from tasks t
where len(t.indicators) = 0 and t.document in (from read_through) and t.document in (select document from task_indicators)
  and not exists (from tasks c where c.document = t.document and c.task_group = t.task_group and c.parent = t.number)
order by all
