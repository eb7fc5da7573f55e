-- What is wrong with a row that could be read: the row, the column at fault, the sentence and its facts.
with b as (
  select b.*, r.* exclude (indicator), r.factor * b.numerator / nullif(b.denominator, 0) as ratio,
         length(b.of_period) = 4 as of_year,
         -- A commune is one unit, which meets or does not; a province counts those that meet and all.
         rollup = 'ratio' or (rollup = 'share_of_units' and not of_commune) as takes_both
  from brought b join rules r using (indicator)
)
select n, if(numerator is null, 'denominator', 'numerator') as cell, 'bring_takes_no_numerator' as fault,
       map {'indicator_vi': name_vi, 'indicator_en': name_en} as facts
from b where rollup = 'none' and (numerator is not null or denominator is not null)
union all by name
select n, 'denominator' as cell, 'bring_takes_no_denominator' as fault, map {'counts_vi': numerator_vi, 'counts_en': numerator_en} as facts
from b where rollup <> 'none' and not takes_both and denominator is not null
union all by name
select n, 'denominator' as cell, 'bring_denominator_missing' as fault, map {'counts_vi': denominator_vi, 'counts_en': denominator_en} as facts
from b where takes_both and numerator is not null and denominator is null and not denominator_refused
union all by name
select n, 'numerator' as cell, 'bring_numerator_missing' as fault, map {'counts_vi': numerator_vi, 'counts_en': numerator_en} as facts
from b where takes_both and numerator is null and denominator is not null and not numerator_refused
union all by name
select n, 'denominator' as cell, 'bring_denominator_zero' as fault, map {} as facts
from b where takes_both and denominator = 0
union all by name
select n, 'numerator' as cell, 'bring_one_or_zero' as fault, map {'counts_vi': numerator_vi, 'counts_en': numerator_en} as facts
from b where rollup = 'share_of_units' and of_commune and numerator > 1
union all by name
select n, 'numerator' as cell, 'bring_numerator_above' as fault,
       map {'numerator': numerator::varchar, 'denominator': denominator::varchar} as facts
from b where is_share and takes_both and numerator > denominator and denominator > 0
union all by name
select n, 'numerator' as cell, 'bring_ratio_out_of_range' as fault,
       map {'ratio': ratio::varchar, 'lowest': lowest::varchar, 'highest': highest::varchar,
            'unit_vi': unit_vi, 'unit_en': unit_en} as facts
from b where takes_both and not (is_share and numerator > denominator) and (ratio < lowest or ratio > highest)
union all by name
select n, 'numerator' as cell, 'bring_number_out_of_range' as fault,
       map {'lowest': lowest::varchar, 'highest': highest::varchar, 'unit_vi': unit_vi, 'unit_en': unit_en} as facts
from b where rollup = 'sum' and (numerator < lowest or numerator > highest)
union all by name
select n, 'printed' as cell, 'bring_printed_against_ratio' as fault,
       map {'numerator': numerator::varchar, 'denominator': denominator::varchar, 'ratio': ratio::varchar} as facts
from b where takes_both and not about
  and (ratio < coalesce(low, ratio) - half - 1e-9 or ratio > coalesce(high, ratio) + half + 1e-9)
union all by name
select n, 'printed' as cell, 'bring_printed_against_number' as fault, map {'numerator': numerator::varchar} as facts
from b where rollup = 'sum' and not about
  and (numerator < coalesce(low, numerator) or numerator > coalesce(high, numerator))
union all by name
select n, 'said_on' as cell, 'bring_day_before' as fault, map {'period': of_period} as facts
from b where left(said_on, 7) < case when of_year then of_period || '-01' when of_period like '%Q%'
  then left(of_period, 5) || lpad((3 * right(of_period, 1)::integer - 2)::varchar, 2, '0') else of_period end
union all by name
select n, 'of_period' as cell, 'bring_yearly' as fault,
       map {'indicator_vi': name_vi, 'indicator_en': name_en, 'period': of_period, 'year': left(of_period, 4)} as facts
from b where counts = 'yearly' and not of_year
union all by name
select n, 'indicator' as cell, 'bring_doubled' as fault, map {'first': first::varchar} as facts
from (
  select n, first_value(n) over (partition by indicator, place, of_period, said_on order by n) as first
  from b where place is not null and of_period is not null
)
where n <> first
order by n, cell, fault
