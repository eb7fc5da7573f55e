-- A plan without its place, without how much of it is held, or, unless only quotations are held, without its file and the number
-- of its lines: nothing leads back to the paper.
select file, file_line, column_name, '' as value, {'document': document} as facts
from (
  select file, file_line, document, held, 'lines' as column_name, lines as cell from raw_documents where kind = 'plan'
  union all select file, file_line, document, held, 'file', paper from raw_documents where kind = 'plan'
  union all select file, file_line, document, '', 'place', place from raw_documents where kind = 'plan'
  union all select file, file_line, document, '', 'held', held from raw_documents where kind = 'plan'
)
where cell = '' and held <> 'excerpt' order by all
