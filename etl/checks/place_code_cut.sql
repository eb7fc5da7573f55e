-- A place whose code lost its noughts, as a spreadsheet cuts them: a province has two digits, a commune five.
select file, file_line, 'place' as column_name, place as value,
  {'meant': lpad(place, case when kind = 'commune' then 5 else 2 end, '0')} as facts
from raw_places where (kind = 'province' and regexp_full_match(place, '[0-9]'))
  or (kind = 'commune' and regexp_full_match(place, '[0-9]{1,4}')) order by all
