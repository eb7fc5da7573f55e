-- A month or a day that the cadence does not have: the third month is a quarter's last, a week's days are 2 to 8 (Sunday).
with ranges as (
  from (values ('weekly', 'day', 2, 8), ('monthly', 'day', 1, 31), ('quarterly', 'month', 1, 3), ('quarterly', 'day', 1, 31),
               ('half_yearly', 'month', 1, 6), ('half_yearly', 'day', 1, 31), ('yearly', 'month', 1, 12), ('yearly', 'day', 1, 31),
               ('once', 'month', 1, 12), ('once', 'day', 1, 31)) ranges(cadence, column_name, least, most)
), cells as (
  select file, file_line, cadence, unnest(['month', 'day']) as column_name, unnest([month, day]) as value from raw_duties
)
select file, file_line, column_name, value,
       {'cadence': cadence, 'column': column_name, 'least': least::varchar, 'most': most::varchar} as facts
from cells join ranges using (cadence, column_name)
where try_cast(value as integer) not between least and most order by all
