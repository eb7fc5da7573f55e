-- Two tasks of one paper with the same text. Tasks that print the same get the same short title.
select 'minor' as severity, t.place, t.document, null as indicator, null::integer as year, f.row as row_a, t.row as row_b
from tasks t join tasks f on f.document = t.document and f.title_vi = t.title_vi and (f.line, f.row) < (t.line, t.row)
order by all
