-- A task that meets difficulties, was done in another way or was stopped, without the reason.
select file, file_line, 'reason_vi' as column_name, reason_vi as value, {'status': status} as facts
from raw_task_status where status in ('with_difficulties', 'done_differently', 'stopped') and (reason_vi = '' or reason_en = '') order by all
