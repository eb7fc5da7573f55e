-- A plan that is said to be known only, of a place whose plan is held.
select k.file, k.file_line, 'place' as column_name, k.place as value, {'document': d.document} as facts
from raw_known_plans k join raw_documents d on d.place = k.place and d.kind = 'plan' order by all
