-- A path that leaves most of its change to its end: back-loading index of at least 0.2.
select 'notable' as severity,
       v.place, g.document, v.indicator, v.year, v.inputs[-3] as row_a, v.inputs[-1] as row_b,
       {'share': round(100 * coalesce(v.share_last_two, 1)), 'index': round(v.back_loading, 2)} as facts
from verdicts v join goals g on g.row = v.plan_row
where v.sign = 'plan_shape' and v.verdict = 'back_loaded' order by all
