-- A goal that the paper only strives for, encourages, or leaves to a roadmap.
select case when g.headline then 'notable' else 'minor' end as severity,
       g.place, g.document, g.indicator, g.year, g.row as row_a, null as row_b, 'softer_words_' || g.limits as told
from stated g where g.document in (from read_through) and g.limits in ('aim', 'encouraged', 'roadmap') and g.kind <> 'unknown'
  and not exists (
    from stated o where o.place = g.place and o.indicator = g.indicator and o.limits is null and o.stated_in in ('body', 'annex')
      and o.kind <> 'unknown'
  )
qualify row_number() over (partition by g.place, g.indicator order by g.year desc nulls last, g.stated_in <> 'body', g.locator) = 1
order by all
