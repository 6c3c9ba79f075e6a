-- Whom an office names may have a record already. Only one that was made with the naming is opened by an address that the office types.
alter table training.application
  add made_person boolean not null default false,  -- the record of whom it is about was made with it
  add mails_sent int not null default 0;           -- ways to their own part that were mailed; links go after a week, this stays
update training.application a set made_person = true where a.via = 'office'
  and exists (select from people.person p where p.programme_id = a.programme_id and p.id = a.person_id and p.created_at = a.created_at);
update training.application a set mails_sent = (
  select count(*) from training.apply_link l where l.programme_id = a.programme_id and l.application_id = a.id) where a.via = 'office';
