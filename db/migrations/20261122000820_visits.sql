-- What repeats names all its weekdays, also those of the nth and the last week of a month (visits/core/recurrence.ts).
update visits.series
set rule = jsonb_set(rule #- '{pattern,weekday}', '{pattern,weekdays}', jsonb_build_array(rule #> '{pattern,weekday}'))
where rule -> 'pattern' ? 'weekday';
