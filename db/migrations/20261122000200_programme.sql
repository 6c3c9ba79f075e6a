create schema programme;
grant usage on schema programme to hitoba_app;

create table programme.programme (
  programme_id int primary key,
  name text not null,
  short_name text not null,
  municipality text not null,
  municipality_code text not null,
  colour text not null default '#0017c1',
  sender_name text not null,           -- neutral: the full name on an envelope outs people
  contact_phone text not null default '',
  contact_hours text not null default '',
  time_zone text not null default 'Asia/Tokyo',
  illness_words text not null default 'こころの病気',
  crisis_card text not null default '',  -- numbers to call, shown beside free text
  first_needs_experienced boolean not null default true,
  follow_up_days int[] not null default '{1,7}',
  place_sees_days int not null default 14,
  small_number_limit int not null default 10,
  quiet_from int not null default 1140,  -- minutes after midnight; mails wait for the morning
  quiet_to int not null default 540,
  is_sample boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null
);
create table programme.operator (
  programme_id int not null references programme.programme, id uuid not null,
  name text not null, from_day date not null, to_day date, primary key (programme_id, id)
);
create table programme.fiscal_year (
  programme_id int not null references programme.programme,
  year int not null check (year between 2000 and 2200),
  planned_supporters int not null check (planned_supporters >= 0),
  planned_visits int not null check (planned_visits >= 0),
  note text not null default '',
  version int not null default 1,
  primary key (programme_id, year)
);
create table programme.activity (
  programme_id int not null references programme.programme,
  id uuid not null,
  kind text not null,                   -- programme/core/activity-kinds.ts
  name text not null, name_en text not null, name_easy text not null,
  plain text not null, plain_en text not null, plain_easy text not null,  -- what it is
  minutes int not null check (minutes between 10 and 600),
  listeners_max int,
  recording text not null default 'no' check (recording in ('no', 'ask')),
  never_asked text not null default '',
  companion_required boolean not null default true,
  accompanies_person boolean not null default false,  -- a person is accompanied: their dated consent is needed
  heavy boolean not null default false,               -- a rest is offered afterwards
  public_menu boolean not null default false,
  sort int not null default 0,
  ended_on date,
  version int not null default 1,
  primary key (programme_id, id)
);
create table programme.honorarium_rate (
  programme_id int not null, activity_id uuid not null, from_day date not null,
  yen int not null check (yen >= 0),
  primary key (programme_id, activity_id, from_day),
  foreign key (programme_id, activity_id) references programme.activity (programme_id, id)
);
call platform.wall(array['programme.programme', 'programme.operator', 'programme.fiscal_year', 'programme.activity', 'programme.honorarium_rate']);
alter table platform.membership add foreign key (programme_id) references programme.programme (programme_id);
