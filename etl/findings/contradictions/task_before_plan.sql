-- A task whose first year, quarter or month was over before the paper was issued.
select 'minor' as severity, t.place, t.document, null as indicator, year(t.starts) as year, t.row as row_a, null as row_b,
       {'time': t.time_printed, 'issued': d.date_printed} as facts
from tasks t join documents d using (document)
where d.issued_month >= t.starts + case
    when regexp_matches(lower(t.time_printed), 'quý') then interval 3 months
    when regexp_matches(lower(t.time_printed), 'tháng') then interval 1 month
    else interval 1 year end
order by all
