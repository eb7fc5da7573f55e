-- What is wrong with the rows of one communes.parquet: line, column, value, the first fault of each row, and its facts.
create or replace temp macro last_month(period) as left(period, 4) || '-' || case
  when contains(period, 'Q') then lpad((try_cast(right(period, 1) as integer) * 3)::varchar, 2, '0')
  when length(period) = 7 then right(period, 2) else '12' end;
with told as (
  select v.*, r.name_vi as rule, r.per,
         case
           when v.commune is null then ['commune', null, 'cell_missing']
           when c.commune is null then ['commune', v.commune, 'unknown_communes']
           when v.indicator is null then ['indicator', null, 'cell_missing']
           when r.indicator is null then ['indicator', v.indicator, 'unknown_indicators']
           when r.rollup in ('', 'none') then ['indicator', v.indicator, 'not_rolled_up']
           when of_period is null then ['of_period', null, 'cell_missing']
           when not regexp_full_match(of_period, '20[0-9]{2}(-Q[1-4]|-(0[1-9]|1[0-2]))?') then ['of_period', of_period, 'cell_period']
           when r.counts = 'yearly' and length(of_period) > 4 then ['of_period', of_period, 'yearly_value_in_month']
           when received is null then ['received', null, 'cell_missing']
           when last_month(of_period) > last_month(report_period) or left(received::varchar, 7) < left(of_period || '-01', 7)
             then ['of_period', of_period, 'report_of_later_period']
           when numerator is null then ['numerator', null, 'cell_missing']
           when numerator not between 0 and if(r.rollup = 'share_of_units', 1, 999999999999) then ['numerator', numerator::varchar, 'cell_bounds']
           when denominator not between 0 and 999999999999 then ['denominator', denominator::varchar, 'cell_bounds']
           when r.rollup = 'ratio' and (denominator is null or (r.per = '100' and numerator > denominator))
             then ['numerator', numerator::varchar, 'parts_of_commune']
         end as fault,
         if(r.rollup = 'share_of_units' and fault[1] = 'numerator', '1', '999999999999') as most
  from commune_values v left join communes c on c.commune = v.commune left join rules r on r.indicator = v.indicator
)
select line, fault[1], fault[2], fault[3],
       {'name_vi': rule, 'period': report_period, 'said_on': received::varchar, 'least': '0', 'most': most,
        'numerator': numerator::varchar, 'denominator': coalesce(denominator::varchar, ''), 'key': null, 'first': null}
from told where fault is not null
union all
select max(line), 'commune', commune, 'key_doubled',
       {'name_vi': null, 'period': null, 'said_on': null, 'least': null, 'most': null, 'numerator': null, 'denominator': null,
        'key': concat_ws(' · ', commune, indicator, of_period, received), 'first': min(line)::varchar}
from commune_values group by commune, indicator, of_period, received having count(*) > 1
order by 1 limit 1000
