-- A visit of a draft is superseded, never overwritten: what was there stays, with how and when it came and went. Its maker is who did it.
alter table visits.draft_visit
  add column id uuid not null default gen_random_uuid(),
  add column version int not null default 1,     -- of the visit that the draft has for a request
  add column way text not null default 'planned' check (way in ('planned', 'chosen', 'repaired')),
  add column put_at timestamptz,
  add column ended_at timestamptz;               -- another visit took its place, or it was taken out
update visits.draft_visit v set put_at = coalesce(d.planned_at, d.made_at)
  from visits.draft d where d.programme_id = v.programme_id and d.id = v.draft_id;
alter table visits.draft_visit
  alter column id drop default, alter column version drop default, alter column way drop default,
  alter column put_at set not null;

alter table visits.draft_seat add column draft_visit_id uuid;
update visits.draft_seat s set draft_visit_id = v.id
  from visits.draft_visit v where v.programme_id = s.programme_id and v.draft_id = s.draft_id and v.request_id = s.request_id;
alter table visits.draft_seat drop column draft_id, drop column request_id;
alter table visits.draft_visit drop constraint draft_visit_pkey, add primary key (programme_id, id);
create unique index on visits.draft_visit (programme_id, draft_id, request_id) where ended_at is null;
create unique index on visits.draft_visit (programme_id, draft_id, request_id, version);
create index on visits.draft_visit (programme_id, request_id);
alter table visits.draft_seat
  add primary key (programme_id, draft_visit_id, person_id),
  add foreign key (programme_id, draft_visit_id) references visits.draft_visit (programme_id, id),
  drop constraint draft_seat_part_check,
  -- a stand-in could come if somebody falls out; nobody is held back for it, and nobody is told
  add constraint draft_seat_part_check check (part in ('supporter', 'companion', 'stand_in'));

-- What the planner had to say when it had planned: why requests stay open, and when and where people are short. No word of a person.
create table visits.draft_planning (
  programme_id int not null, draft_id uuid not null, work_id uuid not null,
  at timestamptz not null,
  open jsonb not null,
  shortages jsonb not null,
  primary key (programme_id, draft_id, work_id),
  foreign key (programme_id, draft_id) references visits.draft (programme_id, id)
);
call platform.wall(array['visits.draft_planning']);
