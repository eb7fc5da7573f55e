-- The same number with another sign in two places of one paper: at least 95, above 95, 95.
select 'minor' as severity, t.place, t.document, t.indicator, t.year, t.row as row_a, y.row as row_b
from in_text t join stated y on y.place = t.place and y.indicator = t.indicator and y.year = t.year and y.level = t.level
where y.stated_in like 'annex%' and t.stated_in <> y.stated_in and t.stated_in <> 'annex'
  and t.kind <> y.kind and not list_has_any([t.kind, y.kind], ['universal', 'grade', 'unknown', 'marker'])
  -- The name of a row stands beside its own cells; only where they are empty is it compared with the text.
  and (y.stated_in = 'annex' or (t.stated_in = 'body' and not exists (
    from in_table c where c.place = y.place and c.indicator = y.indicator and c.level is not null)))
qualify row_number() over (
  partition by t.place, t.indicator, least(t.kind, y.kind), greatest(t.kind, y.kind) order by t.stated_in desc, y.stated_in, t.year, y.locator
) = 1
order by all
