-- A task that nobody leads; headings over sub-tasks are not tasks.
select 'notable' as severity, t.place, t.document, null as indicator, null::integer as year, t.row as row_a, null as row_b
from tasks t
where len(t.leads) = 0 and t.document in (from read_through)
  and not exists (from tasks c where c.document = t.document and c.task_group = t.task_group and c.parent = t.number)
order by all
