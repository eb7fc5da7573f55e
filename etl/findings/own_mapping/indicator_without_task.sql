-- A target of a plan whose tasks are joined to indicators, and no task is to move it.
select case when g.headline then 'notable' else 'minor' end as severity,
       g.place, g.document, g.indicator, g.year, g.row as row_a, null as row_b
from stated g
where g.role = 'target' and g.kind <> 'unknown' and g.scale <> 'word' and g.document in (from read_through)
  and g.document in (select document from task_indicators)
  and not exists (from tasks t where t.document = g.document and list_contains(t.indicators, g.indicator))
  -- A level and its increase are one matter: a task that serves one serves the other.
  and not exists (from tasks t where t.document = g.document
    and list_has_any(t.indicators, [g.indicator || '_gain', regexp_replace(g.indicator, '_gain$', '')]))
qualify row_number() over (partition by g.place, g.indicator order by g.year desc nulls last, g.stated_in, g.locator) = 1
order by all
