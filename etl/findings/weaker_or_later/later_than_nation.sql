-- The plan reaches the level that the nation asks for, but in a later year, or in no stated year; what it states for
-- the nation's own year is told beside it.
select case when a.asked_of = 'VN' and a.main then 'grave' else 'notable' end as severity,
       a.place, g.document, a.indicator, a.year, a.plan_row as row_a, a.benchmark_row as row_b, a.other_row as row_c,
       'later_than_nation' || case when g.year is null then '_no_year' else '' end || case when a.other_row is null then '' else '_own' end as told,
       {'law_vi': a.law_vi, 'law_en': a.law_en} as facts
from asks a join goals g on g.row = a.plan_row
where a.verdict = 'later' order by all
