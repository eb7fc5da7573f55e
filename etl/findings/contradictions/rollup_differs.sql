-- A place's own value and what its communes' values of the same period add up to differ by more than rounding. What is about, an
-- estimate, or the sum of too few communes is not held against anybody.
select 'notable' as severity, o.place, o.document, o.indicator, o.year, o.row as row_a, r.row as row_b,
       {'coverage_vi': r.note_vi, 'coverage_en': r.note_en, 'when_vi': period_words(o.period, 'vi'), 'when_en': period_words(o.period, 'en')} as facts
from observations o join observations r using (indicator, place, period) join rolled_up made using (indicator, place, period)
where r.status = 'rolled_up' and o.status not in ('rolled_up', 'estimated') and not o.about and r.row not in (from thin_rows) and r.low not between o.low and o.high
  and greatest(o.low - made.value, made.value - o.high)
    > 0.5 * 10.0 ** -coalesce(length(nullif(regexp_extract(o.printed, '[0-9],([0-9]+)', 1), '')), 0) + 1e-9
order by all
