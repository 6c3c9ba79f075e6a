-- What somebody let us know, and why something did not go as planned, are words about a person: sealed from now on.
-- What the open columns hold is sealed by training/actions/seal-old-words.ts in the first night; they stay empty afterwards.
alter table training.attendance add note_sealed text;
alter table training.enrolment_event add reason_sealed text;
alter table training.practicum_event add reason_sealed text;
alter table training.practicum_day add reason_sealed text;
create index on training.attendance (programme_id) where note <> '';
create index on training.enrolment_event (programme_id) where reason <> '';
create index on training.practicum_event (programme_id) where reason <> '';
create index on training.practicum_day (programme_id) where reason <> '';
