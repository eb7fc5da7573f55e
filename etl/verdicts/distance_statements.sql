-- Each distance with the two statements it lies between: the columns of the value with `now_` before them, of the goal with `goal_`.
create table distance_statements as
select d.*, columns(n.* exclude (row, indicator, place)) as "now_\0", o.period as now_period,
       columns(g.* exclude (row, indicator, place)) as "goal_\0", b.law_said_vi, b.law_said_en,
       nd.short_vi as now_paper_vi, nd.short_en as now_paper_en, gd.short_vi as goal_paper_vi, gd.short_en as goal_paper_en
from distances d
left join statements n on n.row = d.now_row left join observations o on o.row = d.now_row
left join statements g on g.row = d.goal_row left join benchmarks b on b.row = d.goal_row
left join documents nd on nd.document = n.document left join documents gd on gd.document = g.document
order by d.indicator, d.place, d.aim desc, d.year, d.goal_row;
