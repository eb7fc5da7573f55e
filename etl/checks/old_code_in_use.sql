-- An old code that is the code of a place today: an address that names it would mean two places.
select c.file, c.file_line, 'old_code' as column_name, c.old_code as value, {'place': p.name_vi} as facts
from raw_place_codes c join raw_places p on p.place = c.old_code order by all
