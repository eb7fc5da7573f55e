-- A value of a paper of which only quotations are held and no file, without the address where it was read.
select r.file, r.file_line, 'address' as column_name, '' as value, {'document': r.document} as facts
from (
  select file, file_line, document, address from raw_goals union all select file, file_line, document, address from raw_observations
) r join raw_documents d using (document)
where d.held = 'excerpt' and d.paper = '' and r.address = '' order by all
