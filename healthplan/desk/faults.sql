-- What is wrong with a row that could be read: the row, the column at fault, the sentence and its facts.
with b as (
  select b.*, r.* exclude (indicator), r.factor * b.numerator / b.denominator as ratio,
         regexp_matches(b.of_period, '^[0-9]{4}$') as of_year
  from brought b join rules r using (indicator)
)
select n, 'numerator' as at, 'bring_takes_no_numerator' as fault, map {'indicator_vi': name_vi, 'indicator_en': name_en} as facts
from b where rollup = 'none' and (numerator is not null or denominator is not null)
union all by name
select n, 'denominator' as at, 'bring_takes_no_denominator' as fault, map {'indicator_vi': name_vi, 'indicator_en': name_en} as facts
from b where rollup = 'sum' and denominator is not null
union all by name
select n, 'denominator' as at, 'bring_denominator_missing' as fault, map {'counts_vi': denominator_vi, 'counts_en': denominator_en} as facts
from b where rollup in ('ratio', 'share_of_units') and numerator is not null and denominator is null and not denominator_refused
union all by name
select n, 'numerator' as at, 'bring_numerator_missing' as fault, map {'counts_vi': numerator_vi, 'counts_en': numerator_en} as facts
from b where rollup in ('ratio', 'share_of_units') and numerator is null and denominator is not null and not numerator_refused
union all by name
select n, 'denominator' as at, 'bring_denominator_zero' as fault, map {} as facts
from b where rollup in ('ratio', 'share_of_units') and denominator = 0
union all by name
select n, 'numerator' as at, 'bring_numerator_above' as fault,
       map {'numerator': numerator::varchar, 'denominator': denominator::varchar} as facts
from b where is_share and rollup in ('ratio', 'share_of_units') and numerator > denominator and denominator > 0
union all by name
select n, 'numerator' as at, 'bring_ratio_out_of_range' as fault,
       map {'ratio': ratio::varchar, 'lowest': lowest::varchar, 'highest': highest::varchar,
            'unit_vi': unit_vi, 'unit_en': unit_en} as facts
from b where rollup = 'ratio' and denominator > 0 and not (is_share and numerator > denominator)
  and (ratio < lowest or ratio > highest)
union all by name
select n, 'numerator' as at, 'bring_number_out_of_range' as fault,
       map {'lowest': lowest::varchar, 'highest': highest::varchar, 'unit_vi': unit_vi, 'unit_en': unit_en} as facts
from b where rollup = 'sum' and (numerator < lowest or numerator > highest)
union all by name
select n, 'printed' as at, 'bring_printed_against_ratio' as fault,
       map {'numerator': numerator::varchar, 'denominator': denominator::varchar, 'ratio': ratio::varchar} as facts
from b where rollup = 'ratio' and denominator > 0 and not about
  and (ratio < coalesce(low, ratio) - half - 1e-9 or ratio > coalesce(high, ratio) + half + 1e-9)
union all by name
select n, 'printed' as at, 'bring_printed_against_number' as fault, map {'numerator': numerator::varchar} as facts
from b where rollup = 'sum' and not about
  and (numerator < coalesce(low, numerator) or numerator > coalesce(high, numerator))
union all by name
select n, 'of_period' as at, 'bring_yearly' as fault,
       map {'indicator_vi': name_vi, 'indicator_en': name_en, 'period': of_period, 'year': left(of_period, 4)} as facts
from b where counts = 'yearly' and not of_year
union all by name
select n, 'indicator' as at, 'bring_doubled' as fault, map {'first': first::varchar} as facts
from (
  select n, first_value(n) over (partition by indicator, place, of_period, said_on order by n) as first
  from b where place is not null and of_period is not null
)
where n <> first
order by n, at, fault
