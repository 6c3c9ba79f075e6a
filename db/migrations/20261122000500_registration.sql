create schema registration;
grant usage on schema registration to hitoba_app;

-- What planning reads by the thousand stays in clear; what is lived, cared for or avoided is sealed.
create table registration.supporter (
  programme_id int not null, person_id uuid not null,
  registered_on date not null, ended_on date,
  town text not null default '',            -- town or station, never a home address
  lat double precision, lng double precision,
  wished_per_month int not null default 1 check (wished_per_month between 0 and 31),
  max_per_week int not null default 1 check (max_per_week between 0 and 7),
  max_per_month int not null default 4 check (max_per_month between 0 and 31),
  rest_days int not null default 0 check (rest_days between 0 and 60),
  max_travel_minutes int not null default 60 check (max_travel_minutes between 0 and 300),
  in_person boolean not null default true,
  online boolean not null default false,
  experience text not null default 'first' check (experience in ('first', 'some', 'much')),
  gender text check (gender in ('woman', 'man', 'other')),   -- offered, never asked for
  languages text[] not null default '{ja}',
  last_asked_on date,
  version int not null default 1,
  primary key (programme_id, person_id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
-- Every version of the sheet is kept whole.
create table registration.sheet_version (
  programme_id int not null, person_id uuid not null, version int not null,
  at timestamptz not null, by_membership uuid not null, via text not null default 'self', sheet_sealed text not null,
  primary key (programme_id, person_id, version),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
create table registration.wish (
  programme_id int not null, person_id uuid not null, activity_id uuid not null,
  level text not null check (level in ('want', 'can', 'someday', 'no')),
  primary key (programme_id, person_id, activity_id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id),
  foreign key (programme_id, activity_id) references programme.activity (programme_id, id)
);
create table registration.theme (
  programme_id int not null, person_id uuid not null, theme text not null, stance text not null check (stance in ('speak', 'not')),
  primary key (programme_id, person_id, theme),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
create table registration.weekly_hours (
  programme_id int not null, person_id uuid not null, weekday int not null check (weekday between 1 and 7),  -- 1 = Monday
  from_minute int not null check (from_minute between 0 and 1439), to_minute int not null check (to_minute between 1 and 1440),
  primary key (programme_id, person_id, weekday, from_minute), check (from_minute < to_minute),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
-- A day with other hours than usual; no row of hours (from_minute null) means not that day.
create table registration.hours_exception (
  programme_id int not null, id uuid not null, person_id uuid not null, day date not null, from_minute int, to_minute int,
  primary key (programme_id, id), check ((from_minute is null) = (to_minute is null)),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
create index on registration.hours_exception (programme_id, person_id, day);
create table registration.avoidance (
  programme_id int not null, id uuid not null, person_id uuid not null, target_sealed text not null,  -- {kind: place|person|free, id, text}
  created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
create index on registration.avoidance (programme_id, person_id);
create table registration.likes_to_go_with (
  programme_id int not null, person_id uuid not null, other_id uuid not null,
  primary key (programme_id, person_id, other_id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id),
  foreign key (programme_id, other_id) references registration.supporter (programme_id, person_id)
);
create table registration.care_plan (
  programme_id int not null, person_id uuid not null,
  what_helps_sealed text, warning_signs_sealed text, whom_to_call_sealed text, considerations_sealed text,
  company_sealed text,                      -- with whom they like to go, in their own words
  version int not null default 1,
  primary key (programme_id, person_id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
-- Pausing is a row: no reason, at once, with or without an end.
create table registration.pause (
  programme_id int not null, id uuid not null, person_id uuid not null,
  from_at timestamptz not null, until_day date, ended_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references registration.supporter (programme_id, person_id)
);
create unique index pause_open on registration.pause (programme_id, person_id) where ended_at is null;
call platform.wall(array['registration.supporter', 'registration.sheet_version', 'registration.wish', 'registration.theme', 'registration.weekly_hours', 'registration.hours_exception',
  'registration.avoidance', 'registration.likes_to_go_with', 'registration.care_plan', 'registration.pause']);
