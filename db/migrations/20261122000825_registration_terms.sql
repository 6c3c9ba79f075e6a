-- Whether registrations end with the fiscal year and are renewed for the next.
alter table programme.programme add column registration_by_year boolean not null default true;
-- Null: the sheet is being filled in together, nobody is registered yet.
alter table registration.supporter alter registered_on drop not null;

-- 様式1: somebody would like to be registered, in their own words.
create table registration.application (
  programme_id int not null, id uuid not null, person_id uuid not null,
  status text not null check (status in ('applied', 'talking', 'registered', 'withdrawn')),
  words_sealed text, consent_version text not null, applied_at timestamptz not null,
  via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')), recorded_by uuid,
  talk_at timestamptz, talk_place text not null default '', talk_with uuid,
  closed_at timestamptz, check ((closed_at is null) = (status in ('applied', 'talking'))),
  version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, talk_with) references people.person (programme_id, id)
);
create unique index application_open on registration.application (programme_id, person_id) where closed_at is null;
-- From when to when somebody is registered; the last day itself included, null: no end is fixed. A year between two of them is a gap.
create table registration.term (
  programme_id int not null, id uuid not null, person_id uuid not null,
  from_day date not null, to_day date, check (to_day is null or from_day <= to_day),
  kind text not null check (kind in ('registered', 'renewed', 'kept')),   -- kept: not heard from yet, and nobody ends by silence
  by_membership uuid, at timestamptz not null, withdrawn_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id),
  constraint term_no_overlap exclude using gist (programme_id with =, person_id with =, daterange(from_day, to_day, '[]') with &&) where (withdrawn_at is null)
);
insert into registration.term (programme_id, id, person_id, from_day, to_day, kind, at)
  select programme_id, gen_random_uuid(), person_id, registered_on, greatest(ended_on, registered_on), 'registered', now() from registration.supporter;
-- Whether somebody stays for another year.
create table registration.renewal (
  programme_id int not null, id uuid not null, person_id uuid not null, fiscal_year int not null check (fiscal_year between 2000 and 2200),
  asked_at timestamptz not null,
  answer text check (answer in ('stay', 'hesitate', 'leave')), answered_at timestamptz, check ((answer is null) = (answered_at is null)),
  via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')), recorded_by uuid,
  talk_with uuid,                                 -- with whom they talk it over
  closed_at timestamptz,                          -- they stay, or they leave: nothing is open any more
  ended_sealed text,                              -- why staff ended it, after other ways had been tried
  primary key (programme_id, id), unique (programme_id, person_id, fiscal_year),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id),
  foreign key (programme_id, talk_with) references people.person (programme_id, id)
);
create index on registration.renewal (programme_id, fiscal_year) where closed_at is null;
create table registration.reach_attempt (
  programme_id int not null, id uuid not null, renewal_id uuid not null,
  channel text not null check (channel in ('phone', 'letter', 'met', 'through_office', 'mail')), on_day date not null,
  words_sealed text not null, by_membership uuid not null, at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, renewal_id) references registration.renewal (programme_id, id)
);
create index on registration.reach_attempt (programme_id, renewal_id, at);
-- Somebody says that they will leave on a day. Until then they may stay after all.
create table registration.leaving (
  programme_id int not null, id uuid not null, person_id uuid not null, last_day date not null,
  said_at timestamptz not null, via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')), recorded_by uuid,
  taken_back_at timestamptz, done_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
create unique index leaving_open on registration.leaving (programme_id, person_id) where taken_back_at is null and done_at is null;
-- What changed, and when. Nothing is overwritten.
create table registration.change (
  programme_id int not null, id uuid not null, person_id uuid not null, from_status text, to_status text not null,
  on_day date not null, at timestamptz not null, by_membership uuid, via text not null default 'self',
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on registration.change (programme_id, person_id, at);
call platform.wall(array['registration.application', 'registration.term', 'registration.renewal', 'registration.reach_attempt', 'registration.leaving', 'registration.change']);
