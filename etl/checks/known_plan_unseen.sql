-- A plan that is known from nowhere: neither an address nor a paper that cites it, with its line.
select file, file_line, 'address' as column_name, '' as value, {'number': number} as facts
from raw_known_plans where address = '' and (document = '' or line = '') order by all
