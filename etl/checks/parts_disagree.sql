-- A value and its own numerator and denominator, to the decimals that are printed.
with parts as (
  select r.*, coalesce(length(nullif(regexp_extract(r.printed, '[0-9],([0-9]+)', 1), '')), 0) as digits,
         try_cast(r.numerator as double) * try_cast(i.per as double) / coalesce(nullif(try_cast(r.denominator as double), 0), if(i.rollup = 'ratio', null, 1)) as made
  from raw_reported_values r join raw_indicators i using (indicator) where r.kind = 'exact' and r.numerator <> '' and i.per <> ''
)
select file, file_line, 'printed' as column_name, printed as value,
       {'numerator': numerator, 'denominator': denominator, 'made': replace(format('{:.' || digits || 'f}', made), '.', ',')} as facts
from parts where abs(made - low) > 0.5 * 10.0 ** -digits + 1e-9 order by all
