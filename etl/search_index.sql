-- What the search looks through: one row a thing that a view shows. `head` holds the words of its own name, `tail` what else it
-- is found by; `called` its whole names, each between bars; low, high, year and since the figures that are printed of a value; `turn`
-- is its place among its kind. Internal: what a card shows is read from the tables.
create temp table named_indicators as
select indicator, i.position, headline, concat_ws(' ', i.name_vi, i.name_en, short_vi, short_en) as named, concat_ws(' ', t.name_vi, t.name_en) as theme
from indicators i join themes t using (theme);
create temp table named_places as
select place, kind, list_position(['province', 'commune', 'nation', 'region', 'former_province'], kind) as rung,
       place in (select place from planned_places) as planned,
       concat_ws(' ', name_vi, name_en, case when kind = 'nation' then 'cả nước, nation' end) as named
from places;
create temp macro whole(names) as '|' || array_to_string(list_distinct(list_transform(names, lambda name: bare(name))), '|') || '|';

create schema search;
create table search.entries as
select 'place' as kind, place as entry, searchable(n.named) as head, searchable(concat_ws(' ', type_vi, type_en, place)) as tail,
       whole([name_vi, name_en, type_vi || ' ' || name_vi]) as called, null::double as low, null::double as high,
       null::integer as year, null::integer as since, row_number() over (order by not planned, rung, name_en) as turn
from places p join named_places n using (place) where planned or p.kind = 'province'
union all
select 'indicator', indicator, searchable(n.named), searchable(concat_ws(' ', n.theme, definition_vi, definition_en, caution_vi, caution_en)),
       whole([name_vi, name_en, short_vi, short_en]), null, null, null, null, row_number() over (order by not n.headline, n.position)
from indicators join named_indicators n using (indicator)
union all
-- A figure is found by what is printed: words that are read as one, and steps of a scale, print none.
select 'value', s.row, searchable(concat_ws(' ', i.named, p.named)), searchable(concat_ws(' ', d.number, d.short_vi, d.short_en)), '',
       if(printed_figure, low, null), if(printed_figure, high, null), s.year, s.from_year,
       row_number() over (order by s.kind = 'unknown', again, apart, case when series = 'plan' then if(s.year = 2030, 0, 3) when series = 'benchmark' then 1
         when series = 'baseline' then 2 else 4 end, i.position, p.rung, s.place, s.year desc nulls last, s.stated_in, s.row)
from (select *, kind in ('exact', 'range', 'at_least', 'more_than', 'at_most', 'less_than') as printed_figure,
             row_number() over (partition by indicator, place, document, year, from_year, kind, low, high, rank order by stated_in, row) > 1 as again
      from statements) s
join named_indicators i using (indicator) join named_places p using (place) join documents d using (document)
union all
select 'finding', f.finding, searchable(concat_ws(' ', i.named, p.named, r.name_vi, r.name_en)),
       searchable(concat_ws(' ', f.sentence_vi, f.sentence_en)), '', null, null, f.year, null, f.nth
from review f join rules r using (rule) join named_places p using (place) left join named_indicators i using (indicator)
union all
select 'task', t.row, searchable(concat_ws(' ', t.title_vi, t.title_en, p.named)),
       searchable(concat_ws(' ', t.number, t.group_vi, t.group_en, t.lead_printed, t.partners_printed, t.result_vi, t.result_en, t.time_printed)),
       '', null, null, null, null, t.nth
from datasets.tasks t join named_places p using (place)
union all
select 'agency', agency, searchable(concat_ws(' ', name_vi, name_en)), searchable(array_to_string(spellings, ' ')), whole([name_vi, name_en]),
       null, null, null, null, row_number() over (order by kind = 'group', len(name_vi), agency)
from agencies where exists (from tasks t where list_contains(t.leads || t.partners, agency))
union all
select 'document', document, searchable(concat_ws(' ', d.number, d.short_vi, d.short_en, d.title_vi, d.title_en)),
       searchable(concat_ws(' ', d.issuer_vi, d.issuer_en, d.date_printed, d.place_vi, d.place_en)),
       whole([coalesce(d.number, d.short_vi), d.short_vi, d.short_en]), null, null, null, null,
       row_number() over (order by list_position(['law', 'plan', 'page'], d.kind), d.document <> '72-nq-tw', d.nth)
from datasets.documents d
order by kind, turn;

drop table named_indicators;
drop table named_places;
