-- A duty with a day, but without the word that says whether that day itself is still in time.
select file, file_line, 'bound' as column_name, bound as value, {'printed': due_printed} as facts
from raw_duties where bound = '' and cadence not in ('on_request', 'periodic') and (day <> '' or due_on <> '') order by all
