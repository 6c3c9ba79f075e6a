create schema care;
grant usage on schema care to hitoba_app;

-- Somebody gets in touch. Open until a person of the staff says what was done; the words of it are staff notes.
create table care.follow_up (
  programme_id int not null, id uuid not null, person_id uuid not null, visit_id uuid,
  reason text not null check (reason in ('after_visit', 'later', 'words', 'heavy', 'silent', 'staff')),
  due_on date not null,
  assigned_to uuid,                        -- person: who follows; null: the coordinators look
  opened_at timestamptz not null, opened_by uuid,   -- membership; null: the programme itself
  closed_at timestamptz, closed_by uuid, how text check (how in ('phone', 'met', 'mail', 'letter', 'online', 'other')), done_sealed text,
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, assigned_to) references people.person (programme_id, id),
  check ((closed_at is null) = (how is null) and (closed_at is null) = (done_sealed is null))
);
create index on care.follow_up (programme_id, due_on) where closed_at is null;
create index on care.follow_up (programme_id, person_id, due_on);
-- The same event told twice opens one.
create unique index follow_up_once on care.follow_up (programme_id, visit_id, person_id, reason, due_on) where visit_id is not null;
create unique index follow_up_once_a_day on care.follow_up (programme_id, person_id, reason, due_on) where visit_id is null and closed_at is null;
-- After a heavy visit. One press answers; so may staff who were told.
create table care.rest_offer (
  programme_id int not null, id uuid not null, person_id uuid not null, visit_id uuid not null, offered_at timestamptz not null,
  answer text check (answer in ('rest', 'no_thanks')), answered_at timestamptz, rest_until date,
  via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')), recorded_by uuid,
  primary key (programme_id, id),
  unique (programme_id, visit_id, person_id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  check ((answer is null) = (answered_at is null) and (rest_until is not null) = (answer is not distinct from 'rest'))
);
create index on care.rest_offer (programme_id, person_id);
call platform.wall(array['care.follow_up', 'care.rest_offer']);
