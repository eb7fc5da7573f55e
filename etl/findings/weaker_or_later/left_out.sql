-- An indicator with a national goal that the plan does not mention at all.
select case when p.document in (from partly_held) or not (a.resolution_72 or i.headline) then 'notable' else 'grave' end as severity,
       a.place, p.document, a.indicator, a.year, null as row_a, a.benchmark_row as row_b,
       case when p.document in (from partly_held) then 'left_out_held' end as told,
       {'law_vi': a.law_vi, 'law_en': a.law_en} as facts
from asks a join planned_places p using (place) join indicators i using (indicator) join benchmarks b on b.row = a.benchmark_row
where p.document in (from read_through) and a.verdict = 'not_stated' and a.asked_of = 'VN' and a.role <> 'vision' and b.compare
  and not exists (from stated g where g.place = a.place and g.indicator = a.indicator and g.kind <> 'unknown')
qualify row_number() over (partition by a.place, a.indicator order by not a.resolution_72, a.year) = 1
order by all
