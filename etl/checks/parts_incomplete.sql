-- A share needs both its parts, and no part is larger than the whole where the unit is a share of it.
select r.file, r.file_line, if(r.denominator = '', 'denominator', 'numerator') as column_name, if(r.denominator = '', r.denominator, r.numerator) as value,
       {'numerator': r.numerator, 'denominator': r.denominator, 'counted': i.numerator_vi, 'whole': i.denominator_vi} as facts
from raw_reported_values r join raw_indicators i using (indicator)
where i.rollup = 'ratio' and ((r.numerator = '') <> (r.denominator = '') or r.denominator = '0'
  or (i.per = '100' and try_cast(r.numerator as bigint) > try_cast(r.denominator as bigint))) order by all
