-- The plan reaches the level that the nation asks for, but in a later year, or in no stated year.
select case when a.asked_of = 'VN' and a.main then 'misleads' else 'footnote' end as severity,
       a.place, g.document, a.indicator, a.year, a.plan_row as row_a, a.benchmark_row as row_b,
       case when g.year is null then 'later_than_nation_no_year' else 'later_than_nation' end as told,
       {'law_vi': a.law_vi, 'law_en': a.law_en} as facts
from asks a join goals g on g.row = a.plan_row
where a.verdict = 'later' order by all
