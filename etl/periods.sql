-- The last month of a period as text: 2025-06 itself, 2025-Q3 is 2025-09, a year alone is its end.
create macro last_month(period) as left(period, 4) || '-' || case
  when contains(period, 'Q') then lpad((try_cast(right(period, 1) as integer) * 3)::varchar, 2, '0')
  when length(period) = 7 then right(period, 2) else '12' end;
