-- A card may begin on a later day: whoever renews in February has the old one until 31 March and the new one from 1 April.
alter table training.credential add valid_from date, add check (kind = 'card' or valid_from is null),
  add check (valid_from is null or valid_until is null or valid_from <= valid_until);
drop index training.credential_card;
-- Until now the old one ended with the answer: what was renewed for a year that has not begun gets its first day, and the one before counts again.
with ahead as (
  select programme_id, id, person_id, at, make_date(extract(year from valid_until)::int - 1, 4, 1) as from_day
  from training.credential
  where kind = 'card' and superseded_at is null and withdrawn_at is null and reissue_no = 0
    and valid_until is not null and extract(month from valid_until) = 3 and extract(month from issued_on) in (2, 3)
    and issued_on < make_date(extract(year from valid_until)::int - 1, 4, 1)
), former as (
  update training.credential c set superseded_at = null from ahead a
  where c.programme_id = a.programme_id and c.person_id = a.person_id and c.kind = 'card' and c.id <> a.id
    and c.superseded_at = a.at and c.withdrawn_at is null and c.valid_until = a.from_day - 1
)
update training.credential c set valid_from = a.from_day from ahead a where c.programme_id = a.programme_id and c.id = a.id;
alter table training.credential add constraint credential_card exclude using gist
  (programme_id with =, person_id with =, daterange(valid_from, valid_until, '[]') with &&)
  where (kind = 'card' and superseded_at is null and withdrawn_at is null);
