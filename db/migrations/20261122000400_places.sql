create schema places;
grant usage on schema places to hitoba_app;

create table places.organisation (
  programme_id int not null references programme.programme, id uuid not null,
  name text not null, kana text not null default '', corporate_number text not null default '',
  municipality text not null default '', address text not null default '', phone text not null default '', fax text not null default '', url text not null default '',
  created_at timestamptz not null, version int not null default 1,
  primary key (programme_id, id)
);
create table places.place (
  programme_id int not null, id uuid not null, organisation_id uuid not null,
  name text not null, kana text not null default '',
  kind text not null,                     -- places/core/kinds.ts
  field text not null,                    -- community, group, hospital, employment
  status text not null check (status in ('listed', 'proposed', 'confirmed', 'closed')),   -- places/core/place-status.ts
  municipality text not null default '', address text not null default '', phone text not null default '', fax text not null default '', url text not null default '',
  town text not null default '',          -- nearest town or station, for travel time
  lat double precision, lng double precision,
  what_we_do text not null default '', what_is_found text not null default '', access text not null default '',
  who_comes text not null default '', typical_day text not null default '',
  confirmed_at timestamptz,
  created_at timestamptz not null, version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, organisation_id) references places.organisation (programme_id, id)
);
create index on places.place (programme_id, status, kana, id);
create table places.place_event (
  programme_id int not null, id uuid not null, place_id uuid not null,
  from_status text, to_status text not null, at timestamptz not null, by_membership uuid, reason text not null default '',
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id)
);
create index on places.place_event (programme_id, place_id, at);
-- What the national list (WAM NET) last said of a place: what staff wrote since is told from what the next edition changes.
create table places.wam_entry (
  programme_id int not null, wam_no text not null, place_id uuid not null,
  municipality text not null, service text not null,
  facts jsonb not null,
  seen_on date not null, gone_on date,      -- the days on which an edition last had it, and first had it no more
  primary key (programme_id, wam_no),
  foreign key (programme_id, place_id) references places.place (programme_id, id)
);
create index on places.wam_entry (programme_id, place_id);
create table places.contact (
  programme_id int not null, id uuid not null, place_id uuid not null, person_id uuid,
  name text not null, position text not null default '', email text not null default '', phone text not null default '',
  ended_at timestamptz, created_at timestamptz not null, version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
call platform.wall(array['places.organisation', 'places.place', 'places.place_event', 'places.wam_entry', 'places.contact']);
alter table platform.membership add foreign key (programme_id, place_id) references places.place (programme_id, id);
