create schema care;
grant usage on schema care to hitoba_app;

create table care.follow_up (
  programme_id int not null, id uuid not null, person_id uuid not null, visit_id uuid,
  reason text not null check (reason in ('after_visit', 'later', 'words', 'heavy', 'silent', 'staff')),
  due_on date not null,
  assigned_to uuid,                        -- person: who follows
  opened_at timestamptz not null, opened_by uuid,
  closed_at timestamptz, closed_by uuid, how text check (how in ('phone', 'met', 'mail', 'letter', 'online', 'other')), done_sealed text,
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on care.follow_up (programme_id, due_on) where closed_at is null;
create unique index follow_up_once on care.follow_up (programme_id, visit_id, person_id, reason) where visit_id is not null;
create table care.rest_offer (
  programme_id int not null, id uuid not null, person_id uuid not null, visit_id uuid, offered_at timestamptz not null, answer text check (answer in ('rest', 'no_thanks')), answered_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
call platform.wall(array['care.follow_up', 'care.rest_offer']);
