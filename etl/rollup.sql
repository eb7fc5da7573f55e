-- From communes to province to nation, one text for DuckDB and for Apache Spark. Asks `commune_values` (commune, indicator,
-- of_period, numerator, denominator, received, report_period), `communes` (commune, province) and `indicator_rules` (indicator,
-- rollup, per). Sum over sum, sum, or communes that meet over communes that report; nothing is filled in for who is missing.
with seats as (
  -- Each commune has a bit among up to 60 of its province: who reported is told without a list.
  select commune, province, cast(floor(nth / 60) as int) as bench, cast(1 as bigint) << cast(nth % 60 as int) as bit
  from (select commune, province, row_number() over (partition by province order by commune) - 1 as nth from communes) numbered
), shelves as (
  -- And each indicator one among up to 60: whether a commune sent one twice is told without looking at every row again.
  select indicator, cast(floor(nth / 60) as int) as shelf, cast(1 as bigint) << cast(nth % 60 as int) as mark
  from (select indicator, row_number() over (order by indicator) - 1 as nth from indicator_rules) numbered
), doubled as (
  select commune, of_period, shelf, 1 as twice
  from commune_values join shelves using (indicator)
  group by commune, of_period, shelf having count(*) > bit_count(bit_or(mark))
), newest as (
  select commune, indicator, of_period, numerator, denominator, received
  from commune_values join shelves using (indicator) left join doubled using (commune, of_period, shelf)
  where twice is null
  union all
  select commune, indicator, of_period, numerator, denominator, received
  from commune_values join shelves using (indicator) join doubled using (commune, of_period, shelf)
  qualify row_number() over (partition by commune, indicator, of_period order by received desc, report_period desc) = 1
), here as (
  select indicator, of_period, province, bench, count(*) as reported, sum(numerator) as numerators, sum(denominator) as denominators,
         count(case when numerator = 1 then 1 end) as meet, bit_or(bit) as bits,
         max(received) as received
  from newest join seats using (commune) group by indicator, of_period, province, bench
), asked as (
  -- With the last month of each period: 2026-Q3 is 2026-09, a year alone is its end.
  select r.indicator, r.rollup, r.per, p.of_period,
         concat(substring(p.of_period, 1, 4), case substring(p.of_period, 6)
           when '' then '-12' when 'Q1' then '-03' when 'Q2' then '-06' when 'Q3' then '-09' when 'Q4' then '-12'
           else substring(p.of_period, 5) end, p.of_period) as ends
  from (select distinct indicator, of_period from commune_values) p join indicator_rules r on r.indicator = p.indicator
), absent as (
  select a.indicator, a.of_period, s.province, s.commune
  from asked a cross join seats s
  left join here h on h.indicator = a.indicator and h.of_period = a.of_period and h.province = s.province and h.bench = s.bench
  where coalesce(h.bits & s.bit, 0) = 0
), known as (
  -- What a commune that is missing would count: its newest denominator of that indicator.
  select commune, indicator, max_by(denominator, concat(ends, received, report_period)) as denominator
  from commune_values join asked using (indicator, of_period) where denominator is not null group by commune, indicator
), parts as (
  select indicator, of_period, province, reported, reported as expected, numerators, denominators, meet,
         denominators as awaited, received, null as missing from here
  union all
  select a.indicator, a.of_period, a.province, 0, 1, null, null, 0, k.denominator, null, a.commune
  from absent a left join known k on k.commune = a.commune and k.indicator = a.indicator
), summed as (
  select p.indicator, coalesce(province, 'VN') as place, p.of_period, rollup, per, sum(reported) as reported, sum(expected) as expected,
         sum(numerators) as numerators, sum(denominators) as denominators, sum(meet) as meet,
         case when count(awaited) = count(*) then sum(awaited) end as awaited,
         max(received) as received, array_sort(array_agg(missing) filter (where missing is not null)) as missing
  from parts p join asked a on a.indicator = p.indicator and a.of_period = p.of_period
  group by grouping sets ((p.indicator, p.of_period, rollup, per, province), (p.indicator, p.of_period, rollup, per))
), counted as (
  select indicator, place, of_period, per, reported, expected, missing, received, rollup,
         cast(case rollup when 'share_of_units' then meet else numerators end as bigint) as numerator,
         cast(case rollup when 'share_of_units' then reported when 'ratio' then denominators end as bigint) as denominator,
         case when rollup = 'ratio' and awaited > 0 then cast(denominators as double) / cast(awaited as double) end as share
  from summed where reported > 0
)
select indicator, place, of_period as period, numerator, denominator,
       case when rollup = 'sum' then cast(numerator as double)
            when denominator > 0 then cast(per as double) * cast(numerator as double) / cast(denominator as double) end as value,
       cast(reported as bigint) as reported, cast(expected as bigint) as expected, missing, share, received
from counted
order by indicator, place, period
