-- One number that names two papers: cited with another date. The key of a paper is number, issuer and date.
select 'minor' as severity, b.place, b.document, null as indicator, null::integer as year, a.row as row_a, b.row as row_b,
       {'first': a.issued_on, 'second': b.issued_on, 'paper_vi': d.short_vi, 'paper_en': d.short_en} as facts
from citations a join citations b on b.number = a.number and b.issued_on <> a.issued_on and (a.document, a.issued_on) < (b.document, b.issued_on)
join documents d on d.document = a.document
order by all
