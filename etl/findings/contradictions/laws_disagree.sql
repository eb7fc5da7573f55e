-- Two national papers that ask for different levels in one year, or for one level in different years.
select 'notable' as severity, a.place, a.document, a.indicator, b.year, a.row as row_a, b.row as row_b,
       {'law_a_vi': a.law_said_vi, 'law_a_en': a.law_said_en, 'law_b_vi': b.law_said_vi, 'law_b_en': b.law_said_en} as facts
from (from benchmarks join levels using (row)) a join (from benchmarks join levels using (row)) b using (indicator, place)
where a.document <> b.document and a.compare and b.compare and a.role <> 'vision' and b.role <> 'vision'
  and ((a.year = b.year and (a.level, a.open) <> (b.level, b.open)) or (a.year <> b.year and a.level = b.level))
  and (a.document = '72-nq-tw') > (b.document = '72-nq-tw')
order by all
