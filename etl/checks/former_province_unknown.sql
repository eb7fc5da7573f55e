-- A former province that place_changes.csv does not know as merged into its parent, or that has no last day: its key is `63-` and
-- its old code.
select p.file, p.file_line, 'place' as column_name, p.place as value, {'parent': p.parent} as facts
from raw_places p
where p.kind = 'former_province' and (coalesce(p.valid_to, '') = '' or not exists (
  from raw_place_changes c where '63-' || c.old_code = p.place and c.new_code = p.parent and c.not_merged = 'no'
)) order by all
