create schema training;
grant usage on schema training to hitoba_app;

-- What is taught: data, not code. The rules of completion and of making up are read by training/core/completion.ts.
create table training.course (
  programme_id int not null references programme.programme, id uuid not null,
  kind text not null check (kind in ('basic', 'advanced', 'follow_up', 'host')),
  name text not null, name_en text not null, name_easy text not null,
  plain text not null, plain_en text not null, plain_easy text not null,
  tracks text[] not null default '{}',           -- names of the groups where some sessions are split
  completion jsonb not null,
  make_up jsonb not null,
  prerequisites jsonb not null default '[]',     -- training/core/prerequisites.ts
  in_pairs boolean not null default false,       -- host courses: the person and a colleague of one office
  ended_on date, sort int not null default 0, version int not null default 1,
  primary key (programme_id, id)
);
create table training.course_session (
  programme_id int not null, id uuid not null, course_id uuid not null, no int not null check (no > 0),
  title text not null, topics text[] not null default '{}', minutes int not null check (minutes between 10 and 600),
  form text not null check (form in ('lecture', 'exercise', 'both', 'talk', 'visit', 'review')),
  taught_by text not null default '', material text not null default '',
  mode text not null default 'in_person' check (mode in ('in_person', 'online', 'either')),
  track text, compulsory boolean not null default false, homework text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, course_id) references training.course (programme_id, id)
);
create index on training.course_session (programme_id, course_id, no);

-- One year's holding of a course.
create table training.run (
  programme_id int not null, id uuid not null, course_id uuid not null,
  fiscal_year int not null check (fiscal_year between 2000 and 2200),
  name text not null, intro text not null default '', capacity int not null check (capacity between 1 and 200),
  apply_from date not null, apply_until date not null, check (apply_from <= apply_until),
  order_of text not null check (order_of in ('selection', 'arrival', 'lottery')),
  lottery_seed text, drawn_at timestamptz,       -- the seed is kept, so that anybody can draw again and see the same
  answer_days int not null default 7 check (answer_days between 1 and 60),
  languages text[] not null default '{ja}', provided text not null default '', fee text not null default '', place text not null default '',
  completion jsonb not null, make_up jsonb not null, prerequisites jsonb not null default '[]',   -- as the course had them
  status text not null check (status in ('draft', 'open', 'selecting', 'running', 'finished', 'cancelled')),
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, course_id) references training.course (programme_id, id)
);
create table training.run_event (
  programme_id int not null, id uuid not null, run_id uuid not null, from_status text, to_status text not null,
  at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, run_id) references training.run (programme_id, id)
);
create index on training.run_event (programme_id, run_id, at);
-- Who has to do with a run: only they see what its people need.
create table training.run_staff (
  programme_id int not null, run_id uuid not null, person_id uuid not null,
  duty text not null check (duty in ('leads', 'attends', 'mentor')),
  primary key (programme_id, run_id, person_id),
  foreign key (programme_id, run_id) references training.run (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on training.run_staff (programme_id, person_id);
create table training.criterion (
  programme_id int not null, id uuid not null, run_id uuid not null, sort int not null, question text not null,
  primary key (programme_id, id),
  foreign key (programme_id, run_id) references training.run (programme_id, id)
);
create index on training.criterion (programme_id, run_id);
-- A session that is moved is superseded by another row of the same number; nothing is overwritten.
create table training.run_session (
  programme_id int not null, id uuid not null, run_id uuid not null, no int not null check (no > 0),
  title text not null, topics text[] not null default '{}',
  form text not null check (form in ('lecture', 'exercise', 'both', 'talk', 'visit', 'review')),
  taught_by text not null default '', material text not null default '', homework text not null default '',
  track text, compulsory boolean not null default false,
  starts_at timestamptz not null, ends_at timestamptz not null, check (starts_at < ends_at),
  mode text not null check (mode in ('in_person', 'online', 'either')), place text not null default '', online_link text not null default '',
  status text not null default 'planned' check (status in ('planned', 'held', 'moved', 'cancelled')),
  moved_to uuid, reason text not null default '', reminded_at timestamptz,
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, run_id) references training.run (programme_id, id),
  foreign key (programme_id, moved_to) references training.run_session (programme_id, id)
);
create index on training.run_session (programme_id, run_id, no);
create index on training.run_session (programme_id, starts_at) where status = 'planned';
create table training.session_event (
  programme_id int not null, id uuid not null, session_id uuid not null, from_status text, to_status text not null,
  at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, session_id) references training.run_session (programme_id, id)
);
create index on training.session_event (programme_id, session_id, at);

-- Before applying: hear a peer supporter, or watch one at work.
create table training.taster (
  programme_id int not null references programme.programme, id uuid not null,
  kind text not null check (kind in ('hear', 'watch')), title text not null, plain text not null default '',
  starts_at timestamptz not null, ends_at timestamptz not null, check (starts_at < ends_at),
  place text not null, capacity int not null check (capacity between 1 and 200),
  for_candidates boolean not null default true, for_places boolean not null default false,
  cancelled_at timestamptz, version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id)
);
create table training.taster_guest (
  programme_id int not null, id uuid not null, taster_id uuid not null, person_id uuid, place_id uuid,
  check ((person_id is null) <> (place_id is null)), heads int not null default 1 check (heads between 1 and 20),
  via text not null default 'self', at timestamptz not null, withdrawn_at timestamptz, came boolean,
  primary key (programme_id, id),
  foreign key (programme_id, taster_id) references training.taster (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id)
);
create unique index taster_person_once on training.taster_guest (programme_id, taster_id, person_id) where withdrawn_at is null and person_id is not null;
create unique index taster_place_once on training.taster_guest (programme_id, taster_id, place_id) where withdrawn_at is null and place_id is not null;

-- Somebody without a sign-in would like to apply or to come to a taster: nothing is made of it until the mailed link is followed.
create table training.apply_link (
  programme_id int not null references programme.programme, token_hash text not null, run_id uuid, taster_id uuid,
  check ((run_id is null) <> (taster_id is null)), asker_sealed text not null,
  created_at timestamptz not null, expires_at timestamptz not null, spent_at timestamptz,
  primary key (programme_id, token_hash),
  foreign key (programme_id, run_id) references training.run (programme_id, id),
  foreign key (programme_id, taster_id) references training.taster (programme_id, id)
);
create index on training.apply_link (programme_id, expires_at);
-- In the person's own words. No form asks for a diagnosis.
create table training.application (
  programme_id int not null, id uuid not null, run_id uuid not null, person_id uuid not null,
  place_id uuid,                                  -- host courses: the office
  pair_id uuid,                                   -- two applications that belong together
  track_sealed text, words_sealed text, needs_sealed text,
  status text not null check (status in ('draft', 'submitted', 'offered', 'waiting', 'accepted', 'not_this_time', 'declined', 'withdrawn')),
  consent_version text, consent_at timestamptz,   -- handling of personal data: which text, when
  via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')),
  recorded_by uuid, told_at timestamptz,          -- membership, when staff wrote it down
  submitted_at timestamptz, waiting_since timestamptz, lottery_place int,
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, run_id) references training.run (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id)
);
create unique index application_once on training.application (programme_id, run_id, person_id) where status <> 'withdrawn';
create index on training.application (programme_id, person_id);
create table training.application_event (
  programme_id int not null, id uuid not null, application_id uuid not null, from_status text, to_status text not null,
  at timestamptz not null, by_membership uuid, reason_sealed text,
  primary key (programme_id, id),
  foreign key (programme_id, application_id) references training.application (programme_id, id)
);
create index on training.application_event (programme_id, application_id, at);
-- The answer to what somebody needs; the newest row counts, and every session carries it.
create table training.accommodation (
  programme_id int not null, id uuid not null, application_id uuid not null,
  answer text not null check (answer in ('yes', 'partly', 'other_way')), answer_sealed text not null, reason_sealed text,
  by_membership uuid not null, at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, application_id) references training.application (programme_id, id)
);
create index on training.accommodation (programme_id, application_id, at);
-- What the people who choose thought about one question: words, never a mark.
create table training.consideration (
  programme_id int not null, id uuid not null, application_id uuid not null, criterion_id uuid not null,
  words_sealed text not null, by_membership uuid not null, at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, application_id) references training.application (programme_id, id),
  foreign key (programme_id, criterion_id) references training.criterion (programme_id, id)
);
create index on training.consideration (programme_id, application_id);
create table training.offer (
  programme_id int not null, id uuid not null, application_id uuid not null,
  offered_at timestamptz not null, answer_until date not null, answered_at timestamptz,
  answer text check (answer in ('yes', 'no', 'lapsed')), via text not null default 'self',
  primary key (programme_id, id), check ((answered_at is null) = (answer is null)),
  foreign key (programme_id, application_id) references training.application (programme_id, id)
);
create unique index offer_open on training.offer (programme_id, application_id) where answered_at is null;

create table training.enrolment (
  programme_id int not null, id uuid not null, run_id uuid not null, person_id uuid not null, application_id uuid,
  track_sealed text,
  status text not null check (status in ('taking', 'completed', 'not_completed', 'left')),
  since date not null, ended_on date,
  went_on_sealed text,                            -- what they went on to: {kind, words}
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, run_id) references training.run (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, application_id) references training.application (programme_id, id)
);
create unique index enrolment_once on training.enrolment (programme_id, run_id, person_id);
create index on training.enrolment (programme_id, person_id);
create table training.enrolment_event (
  programme_id int not null, id uuid not null, enrolment_id uuid not null, from_status text, to_status text not null,
  at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id)
);
create index on training.enrolment_event (programme_id, enrolment_id, at);
-- Only added to: the newest row of (enrolment, session) counts, the others are the trace of corrections.
create table training.attendance (
  programme_id int not null, id uuid not null, enrolment_id uuid not null, session_id uuid not null,
  state text not null check (state in ('present', 'late', 'online', 'absent', 'not_heard', 'made_up')),
  source text not null check (source in ('hand', 'sheet', 'online_list', 'import')),
  made_up_on date, made_up_way text check (made_up_way in ('next_run', 'video', 'talk')),
  check (state = 'made_up' or (made_up_on is null and made_up_way is null)),
  at timestamptz not null, by_membership uuid, note text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id),
  foreign key (programme_id, session_id) references training.run_session (programme_id, id)
);
create index on training.attendance (programme_id, session_id, at);
create index on training.attendance (programme_id, enrolment_id, at);
create table training.homework (
  programme_id int not null, enrolment_id uuid not null, session_id uuid not null, handed_in_on date not null, by_membership uuid not null,
  primary key (programme_id, enrolment_id, session_id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id),
  foreign key (programme_id, session_id) references training.run_session (programme_id, id)
);
-- How a session was for the trainee: theirs, and skippable.
create table training.session_word (
  programme_id int not null, enrolment_id uuid not null, session_id uuid not null,
  feeling_sealed text, words_sealed text, shown boolean not null default false, at timestamptz not null, version int not null default 1,
  primary key (programme_id, enrolment_id, session_id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id),
  foreign key (programme_id, session_id) references training.run_session (programme_id, id)
);
-- The trainer's note on a session as a whole; of the programme, of nobody.
create table training.session_note (
  programme_id int not null, session_id uuid not null, text_sealed text not null, by_membership uuid not null, at timestamptz not null, version int not null default 1,
  primary key (programme_id, session_id),
  foreign key (programme_id, session_id) references training.run_session (programme_id, id)
);
-- Somebody has gone quiet: a kind call, open until it is closed with what was done.
create table training.kind_call (
  programme_id int not null, id uuid not null, enrolment_id uuid not null, due_on date not null, noticed_at timestamptz not null,
  done_at timestamptz, done_sealed text, by_membership uuid,
  primary key (programme_id, id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id)
);
create unique index kind_call_open on training.kind_call (programme_id, enrolment_id) where done_at is null;

create table training.practicum_offer (
  programme_id int not null, id uuid not null, place_id uuid not null, kind text not null check (kind in ('practicum', 'observation')),
  what text not null, from_day date not null, to_day date not null, check (from_day <= to_day),
  seats int not null check (seats between 1 and 50), note text not null default '', withdrawn_at timestamptz,
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id)
);
create index on training.practicum_offer (programme_id, place_id);
create table training.practicum (
  programme_id int not null, id uuid not null, kind text not null check (kind in ('practicum', 'observation')),
  enrolment_id uuid not null, person_id uuid not null, place_id uuid not null, offer_id uuid, companion_id uuid,
  status text not null check (status in ('proposed', 'agreed', 'done', 'cancelled')),
  goals_sealed text, trainee_agreed_at timestamptz, place_agreed_at timestamptz,
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id),
  foreign key (programme_id, offer_id) references training.practicum_offer (programme_id, id),
  foreign key (programme_id, companion_id) references people.person (programme_id, id)
);
create index on training.practicum (programme_id, place_id);
create index on training.practicum (programme_id, person_id);
create table training.practicum_event (
  programme_id int not null, id uuid not null, practicum_id uuid not null, from_status text, to_status text not null,
  at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, practicum_id) references training.practicum (programme_id, id)
);
create index on training.practicum_event (programme_id, practicum_id, at);
create table training.practicum_day (
  programme_id int not null, id uuid not null, practicum_id uuid not null,
  starts_at timestamptz not null, ends_at timestamptz not null, check (starts_at < ends_at),
  status text not null default 'planned' check (status in ('planned', 'held', 'cancelled')), reason text not null default '',
  diary_sealed text, diary_shown boolean not null default false, place_words_sealed text, version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, practicum_id) references training.practicum (programme_id, id)
);
create index on training.practicum_day (programme_id, practicum_id);

-- A recovery story is the person's alone. One reader whom they chose may comment.
create table training.story_draft (
  programme_id int not null, id uuid not null, person_id uuid not null, title_sealed text not null, created_at timestamptz not null, set_aside_at timestamptz,
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on training.story_draft (programme_id, person_id);
create table training.story_version (
  programme_id int not null, story_id uuid not null, version int not null, text_sealed text not null, at timestamptz not null,
  primary key (programme_id, story_id, version),
  foreign key (programme_id, story_id) references training.story_draft (programme_id, id)
);
create table training.story_reader (
  programme_id int not null, id uuid not null, story_id uuid not null, reader_id uuid not null, from_at timestamptz not null, to_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, story_id) references training.story_draft (programme_id, id),
  foreign key (programme_id, reader_id) references people.person (programme_id, id)
);
create unique index story_reader_one on training.story_reader (programme_id, story_id) where to_at is null;
create table training.story_comment (
  programme_id int not null, id uuid not null, story_id uuid not null, on_version int not null, by_person uuid not null,
  text_sealed text not null, at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, story_id) references training.story_draft (programme_id, id),
  foreign key (programme_id, by_person) references people.person (programme_id, id)
);
create index on training.story_comment (programme_id, story_id, at);
call platform.wall(array['training.course', 'training.course_session', 'training.run', 'training.run_event', 'training.run_staff', 'training.criterion',
  'training.run_session', 'training.session_event', 'training.taster', 'training.taster_guest', 'training.apply_link', 'training.application', 'training.application_event',
  'training.accommodation', 'training.consideration', 'training.offer', 'training.enrolment', 'training.enrolment_event', 'training.attendance',
  'training.homework', 'training.session_word', 'training.session_note', 'training.kind_call', 'training.practicum_offer', 'training.practicum',
  'training.practicum_event', 'training.practicum_day', 'training.story_draft', 'training.story_version', 'training.story_reader', 'training.story_comment']);
