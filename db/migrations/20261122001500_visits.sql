-- When somebody was told, before a visit, that they may say how they feel: once.
alter table visits.participant add asked_before_at timestamptz;
