-- The plan asks for less than the nation or the region does for the same year.
select case when a.reason = 'ambition_weaker_sign' or a.asked_of <> 'VN' or not a.main then 'notable' else 'grave' end as severity,
       a.place, g.document, a.indicator, a.year, a.plan_row as row_a, a.benchmark_row as row_b,
       case when a.reason = 'ambition_weaker_sign' then 'weaker_than_nation_sign' else 'weaker_than_nation' end as told,
       {'law_vi': a.law_vi, 'law_en': a.law_en} as facts
from asks a join goals g on g.row = a.plan_row
where a.verdict = 'weaker' order by all
