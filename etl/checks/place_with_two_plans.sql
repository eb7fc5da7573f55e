-- A second plan of a place that has one.
select file, file_line, 'place' as column_name, place as value, {'document': document, 'first': first} as facts
from (
  select *, first_value(document) over plans as first, row_number() over plans as nth
  from raw_documents where kind = 'plan' and place <> ''
  window plans as (partition by place order by file_line)
)
where nth > 1 order by all
