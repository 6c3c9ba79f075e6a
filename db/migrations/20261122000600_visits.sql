create schema visits;
grant usage on schema visits to hitoba_app;

create table visits.request (
  programme_id int not null, id uuid not null,
  place_id uuid,                            -- null while a supporter's own idea looks for a place
  activity_id uuid not null,
  status text not null,                     -- visits/core/request-status.ts
  field text not null,                      -- community, group, hospital, employment
  title text not null default '',
  purpose text not null default '',
  supporters_wanted int not null check (supporters_wanted between 1 and 3),
  online boolean not null default false,
  audience text not null default '',        -- who comes, in words, never names
  audience_count int,
  if_few text not null default 'go_ahead' check (if_few in ('go_ahead', 'talk_with_staff', 'other_day', 'ask_then')),
  preparation text not null default 'none' check (preparation in ('none', 'talk', 'trial')),
  themes text[] not null default '{}',
  for_gender text check (for_gender in ('woman', 'man')),
  language text not null default 'ja',
  recording boolean not null default false,  -- the place would like to record; each supporter is asked
  idea_of uuid,                             -- the supporter whose own idea it is
  person_consent_on date,                   -- when a person is accompanied: the day they agreed
  entered_by uuid,                          -- membership: entered on behalf of the place
  entered_via text check (entered_via in ('phone', 'fax', 'paper', 'in_person', 'mail')),
  confirmed_how text not null default '',
  content_agreed_on date,
  materially_changed_at timestamptz,
  created_by uuid not null, created_at timestamptz not null, submitted_at timestamptz,
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id),
  foreign key (programme_id, activity_id) references programme.activity (programme_id, id),
  foreign key (programme_id, idea_of) references people.person (programme_id, id)
);
create index on visits.request (programme_id, status, created_at desc);
create index on visits.request (programme_id, place_id, created_at desc);
create table visits.request_slot (
  programme_id int not null, id uuid not null, request_id uuid not null,
  starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
  removed_at timestamptz,                   -- somebody was asked for it: it stays, no longer offered
  primary key (programme_id, id),
  foreign key (programme_id, request_id) references visits.request (programme_id, id)
);
create index on visits.request_slot (programme_id, request_id);
create table visits.request_event (
  programme_id int not null, id uuid not null, request_id uuid not null,
  from_status text, to_status text not null, at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, request_id) references visits.request (programme_id, id)
);
create index on visits.request_event (programme_id, request_id, at);

create table visits.proposal (
  programme_id int not null, id uuid not null, request_id uuid not null, person_id uuid not null, slot_id uuid not null,
  status text not null,                     -- visits/core/proposal-status.ts
  sent_at timestamptz not null, answer_by timestamptz not null, reminded_at timestamptz, answered_at timestamptz,
  call_if_seat_opens boolean,
  message_id uuid,                          -- the invitation itself: taken back with the proposal
  via text not null default 'self', recorded_by uuid,
  question_sealed text, reply_sealed text, replied_at timestamptz,  -- 「聞いてから決めたい」; replied_at: the newest question has its reply
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, request_id) references visits.request (programme_id, id),
  foreign key (programme_id, slot_id) references visits.request_slot (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on visits.proposal (programme_id, person_id, sent_at desc);
create index on visits.proposal (programme_id, request_id);
create unique index proposal_open_once on visits.proposal (programme_id, request_id, person_id) where status in ('sent', 'asking', 'yes', 'changed');
create table visits.proposal_event (
  programme_id int not null, id uuid not null, proposal_id uuid not null,
  from_status text, to_status text not null, at timestamptz not null, by_membership uuid,
  primary key (programme_id, id),
  foreign key (programme_id, proposal_id) references visits.proposal (programme_id, id)
);

create table visits.series (
  programme_id int not null, id uuid not null, request_id uuid not null,
  rule jsonb not null,                      -- visits/core/recurrence.ts
  from_day date not null, until_day date not null, from_minute int not null, minutes int not null,
  superseded_by uuid, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, request_id) references visits.request (programme_id, id)
);
create table visits.visit (
  programme_id int not null, id uuid not null, request_id uuid not null, place_id uuid not null, activity_id uuid not null,
  series_id uuid,
  status text not null,                     -- visits/core/visit-status.ts
  field text not null,
  starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
  online boolean not null default false,
  companion_needed boolean not null,
  met_count int,                            -- those met at the place: counted apart, never by name
  replaces uuid,                            -- the visit that this one supersedes
  reason text,                              -- cancelled or not held: whose side, in neutral words
  created_at timestamptz not null,
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, request_id) references visits.request (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id),
  foreign key (programme_id, activity_id) references programme.activity (programme_id, id),
  foreign key (programme_id, series_id) references visits.series (programme_id, id)
);
create index visit_by_time on visits.visit (programme_id, starts_at desc, id);
create index on visits.visit (programme_id, place_id, starts_at desc);
create index on visits.visit (programme_id, request_id);
create table visits.visit_event (
  programme_id int not null, id uuid not null, visit_id uuid not null,
  from_status text, to_status text not null, at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id)
);
create index on visits.visit_event (programme_id, visit_id, at);
-- Who goes: supporters and companions. Left, never removed.
create table visits.participant (
  programme_id int not null, visit_id uuid not null, person_id uuid not null,
  part text not null check (part in ('supporter', 'companion')),
  agreed_at timestamptz, via text not null default 'self', recorded_by uuid,
  left_at timestamptz, asked_again_at timestamptz,   -- paused meanwhile: asked whether they still wish to
  attended boolean,
  tasks_done text[] not null default '{}',            -- companion: meet, be_there, way_home, talk_after
  primary key (programme_id, visit_id, person_id, part),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on visits.participant (programme_id, person_id);
-- The place has agreed too: a dated record.
create table visits.place_agreement (
  programme_id int not null, visit_id uuid not null, agreed_at timestamptz not null, by_membership uuid not null, via text not null default 'self',
  primary key (programme_id, visit_id),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id)
);
create table visits.meeting (
  programme_id int not null, id uuid not null, visit_id uuid not null, starts_at timestamptz not null, ends_at timestamptz not null check (ends_at > starts_at),
  where_text text not null default '', online boolean not null default false, cancelled_at timestamptz, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id)
);
create table visits.check_in (
  programme_id int not null, id uuid not null, visit_id uuid not null, person_id uuid not null,
  moment text not null check (moment in ('before', 'after')),
  answers_sealed text not null,             -- {feeling, tired, good, hard, wish}: all of it may be empty
  shown_to_companion boolean not null default false,
  at timestamptz not null, via text not null default 'self', recorded_by uuid,
  version int not null default 1,
  primary key (programme_id, id), unique (programme_id, visit_id, person_id, moment),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create table visits.companion_record (
  programme_id int not null, visit_id uuid not null, person_id uuid not null, text_sealed text not null, at timestamptz not null, version int not null default 1,
  primary key (programme_id, visit_id, person_id),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create table visits.reflection (
  programme_id int not null, visit_id uuid not null, person_id uuid not null, text_sealed text not null, at timestamptz not null, by_membership uuid not null, version int not null default 1,
  primary key (programme_id, visit_id, person_id),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
-- Thanks and feedback of the place: in words, no rating, passed on by staff.
create table visits.thanks (
  programme_id int not null, id uuid not null, visit_id uuid not null, text_sealed text not null, to_staff_sealed text,
  by_membership uuid not null, via text not null default 'self', at timestamptz not null, passed_on_at timestamptz, passed_on_by uuid,
  primary key (programme_id, id),
  foreign key (programme_id, visit_id) references visits.visit (programme_id, id)
);
call platform.wall(array['visits.request', 'visits.request_slot', 'visits.request_event', 'visits.proposal', 'visits.proposal_event', 'visits.series', 'visits.visit', 'visits.visit_event',
  'visits.participant', 'visits.place_agreement', 'visits.meeting', 'visits.check_in', 'visits.companion_record', 'visits.reflection', 'visits.thanks']);
