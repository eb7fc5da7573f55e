-- What is possible and needs a reason: a row of `brought` beside what was said before (`before`: the newest version of
-- each value) and what else is brought. Periods are compared with those of their own kind: months with months.
with now as (
  select b.n, b.indicator, b.place, b.of_period, b.said_on, r.counts, length(b.of_period) as grain,
         coalesce(r.factor * b.numerator / coalesce(nullif(b.denominator, 0), if(r.rollup = 'ratio', null, 1)),
                  if(b.low = b.high, b.low, null)) as value
  from brought b join rules r using (indicator)
  where b.place is not null and b.of_period is not null
),
past as (
  select p.indicator, p.place, p.of_period, length(p.of_period) as grain, p.said_on,
         coalesce(r.factor * p.numerator / coalesce(nullif(p.denominator, 0), if(r.rollup = 'ratio', null, 1)),
                  if(p.low = p.high, p.low, null)) as value,
         p.printed
  from before p join rules r using (indicator)
),
series as (  -- one value a period: what is brought counts before what was said
  select indicator, place, of_period, grain, value, null::bigint as n from past
  where (indicator, place, of_period) not in (select (indicator, place, of_period) from now)
  union all
  select indicator, place, of_period, grain, value, n from now
),
runs as (
  select *, lag(value) over past_values as one, lag(value, 2) over past_values as two,
         lag(of_period) over past_values as one_period,
         left(of_period, 4) = left(lag(of_period) over past_values, 4) as same_year
  from series where value is not null
  window past_values as (partition by indicator, place, grain order by of_period)
),
steps as (
  select r.*, i.counts, abs(value - one) as step,
         max(if(i.counts = 'year_to_date' and not same_year, null, abs(value - one)))
           over (partition by r.indicator, place, grain order by of_period rows between unbounded preceding and 1 preceding) as largest
  from runs r join rules i using (indicator)
)
select now.n, 'published' as kind, map {'before': coalesce(p.printed, p.value::varchar), 'said_on': coalesce(p.said_on, '')} as facts
from now join past p using (indicator, place, of_period)
where now.value is distinct from p.value and abs(coalesce(now.value, -1) - coalesce(p.value, -2)) > 1e-9
union all by name
select n, 'falls' as kind, map {'before': one::varchar, 'period': one_period} as facts
from steps where n is not null and counts = 'year_to_date' and same_year and value < one - 1e-9
union all by name
select n, 'step' as kind, map {'before': one::varchar, 'period': one_period, 'step': step::varchar, 'largest': largest::varchar} as facts
from steps where n is not null and largest > 0 and step > 3 * largest and (counts is distinct from 'year_to_date' or same_year)
union all by name
select n, 'same' as kind, map {'before': one::varchar, 'period': one_period} as facts
from steps where n is not null and value = one and one = two and value <> 0
  and not (value = 100 and indicator in (select indicator from rules where is_share))
union all by name
select now.n, 'rolled_up' as kind, map {'before': u.value::varchar, 'reported': u.reported::varchar, 'expected': u.expected::varchar} as facts
from now join rolled u using (indicator, place, of_period) join brought b on b.n = now.n
where abs(now.value - u.value) > if(b.printed is null, 0.005, b.half) + 1e-9
order by n, kind
