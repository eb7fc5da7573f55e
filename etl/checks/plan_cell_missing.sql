-- A plan without the number of its lines, its paper's file or its place: nothing leads back to the paper.
select file, file_line, column_name, '' as value, {'document': document} as facts
from (
  select file, file_line, document, 'lines' as column_name, lines as cell from raw_documents where kind = 'plan'
  union all select file, file_line, document, 'file', paper from raw_documents where kind = 'plan'
  union all select file, file_line, document, 'place', place from raw_documents where kind = 'plan'
)
where cell = '' order by all
