-- Another programme, group or way of counting behind the same name. What the nation says is the measure; where it says
-- nothing, what most places say.
with used as (
  from stated where definition is not null and kind <> 'unknown'
  qualify row_number() over (partition by place, indicator, definition order by role = 'vision', stated_in = 'annex' desc, year desc, locator) = 1
), measure as (
  select indicator, definition, row from benchmarks where definition is not null
  qualify row_number() over (partition by indicator order by document <> '72-nq-tw', year) = 1
), usual as (
  select indicator, definition, first(row order by p.kind = 'commune', place) as row, count(distinct place) as places,
         min((p.kind = 'commune', place)) as first
  from used join (select place, kind from places) p using (place) where indicator not in (select indicator from measure) group by indicator, definition
  qualify row_number() over (partition by indicator order by places desc, first) = 1
)
select 'notable' as severity,
       u.place, u.document, u.indicator, u.year, u.row as row_a, m.row as row_b,
       case when m.row[1] = 'b' then 'other_definition_nation' else 'other_definition' end as told,
       {'law_vi': b.law_said_vi, 'law_en': b.law_said_en, 'own_vi': o.name_vi, 'own_en': o.name_en, 'other_vi': d.name_vi, 'other_en': d.name_en} as facts
from used u join (select indicator, definition, row from measure union all select indicator, definition, row from usual) m using (indicator)
join definitions o on o.definition = u.definition join definitions d on d.definition = m.definition
left join benchmarks b on b.row = m.row
where u.definition <> m.definition order by all
