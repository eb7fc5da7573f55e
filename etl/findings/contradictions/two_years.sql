-- One goal with two years: the text dates it otherwise than the annex, which states it once.
with once as (
  from stated where stated_in = 'annex' and kind <> 'unknown' and role <> 'vision'
  qualify count(*) over (partition by place, indicator, level, kind) = 1
)
select case when (t.place, t.indicator) in (from two_levels) then 'grave' else 'notable' end as severity, t.place, t.document, t.indicator, t.year, t.row as row_a, y.row as row_b
from in_text t join once y on y.place = t.place and y.indicator = t.indicator and y.kind = t.kind
where t.stated_in = 'body' and t.level is not distinct from y.level
  and (t.year, t.from_year) is distinct from (y.year, y.from_year)
  and not exists (
    from stated o where o.place = t.place and o.indicator = t.indicator and o.stated_in = 'annex' and o.year = t.year
      and (o.from_year is not distinct from t.from_year) and o.kind = t.kind and o.level is not distinct from t.level
  )
order by all
