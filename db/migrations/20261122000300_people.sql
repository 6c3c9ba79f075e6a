create schema people;
grant usage on schema people to hitoba_app;

create table people.person (
  programme_id int not null references programme.programme,
  id uuid not null,
  name text not null,
  kana text not null,
  nickname text not null default '',     -- shown to a place where the person chose so
  email text,                            -- where messages go; null: no mail
  phone text,
  channel text not null default 'mail' check (channel in ('mail', 'inbox', 'phone', 'letter')),
  quiet_from int, quiet_to int,          -- own quiet hours, minutes after midnight; null: the programme's
  locale text not null default 'ja' check (locale in ('ja', 'en', 'easy')),
  is_sample boolean not null default false,
  created_at timestamptz not null,
  version int not null default 1,
  primary key (programme_id, id)
);
-- Append-only. The newest line of (person, recipient, item) counts.
create table people.consent (
  programme_id int not null, id uuid not null, person_id uuid not null,
  recipient text not null check (recipient in ('place', 'companion', 'staff')),
  item text not null,                    -- people/core/consents.ts
  given boolean not null,
  text_version text not null,
  via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')),
  recorded_by uuid,                      -- membership, when told to staff
  at timestamptz not null,               -- when it was said, which may be before it was recorded
  recorded_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on people.consent (programme_id, person_id, at);
-- The one table of taken time. Every slice books through it; two bookings of one person never overlap.
create table people.booking (
  programme_id int not null, id uuid not null, person_id uuid not null,
  kind text not null,                    -- visit, companion, preparatory_meeting, …
  ref_id uuid not null,
  during tstzrange not null check (not isempty(during)),
  created_at timestamptz not null,
  released_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  constraint booking_no_overlap exclude using gist (programme_id with =, person_id with =, during with &&) where (released_at is null)
);
create index on people.booking (programme_id, ref_id);
create index on people.booking (programme_id, person_id) where released_at is null;
create table people.calendar_feed (
  programme_id int not null, person_id uuid not null, token_hash text not null unique,
  created_at timestamptz not null, last_used_at timestamptz, revoked_at timestamptz,
  primary key (programme_id, person_id, token_hash),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
-- Which follow-up staff member follows which supporter.
create table people.following (
  programme_id int not null, id uuid not null, staff_id uuid not null, supporter_id uuid not null,
  from_at timestamptz not null, to_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, staff_id) references people.person (programme_id, id),
  foreign key (programme_id, supporter_id) references people.person (programme_id, id)
);
create unique index following_once on people.following (programme_id, supporter_id, staff_id) where to_at is null;
create index on people.following (programme_id, staff_id) where to_at is null;
call platform.wall(array['people.person', 'people.consent', 'people.booking', 'people.calendar_feed', 'people.following']);
alter table platform.membership add foreign key (programme_id, person_id) references people.person (programme_id, id);
alter table platform.message add foreign key (programme_id, person_id) references people.person (programme_id, id);
