-- What every slice stands on: who may come in, what was done, what is still to be told.
create extension if not exists btree_gist;
create schema platform;

do $$ begin
  if not exists (select from pg_roles where rolname = 'hitoba_app') then
    create role hitoba_app nologin nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the same cluster was quicker
end $$;
do $$ begin
  execute format('grant hitoba_app to %I', current_user);
end $$;
grant usage on schema platform to hitoba_app;

-- The programme of this transaction, or null: then no row of any programme is seen.
create function platform.current_programme() returns int stable language sql
  as $$ select nullif(current_setting('app.programme', true), '')::int $$;

-- Puts a table behind the wall between programmes. Every table with a programme_id goes through it.
create procedure platform.wall(tables text[], can text default 'select, insert, update, delete') language plpgsql as $$
declare t text;
begin
  foreach t in array tables loop
    execute format('alter table %s enable row level security', t);
    execute format('create policy wall on %s to hitoba_app using (programme_id = (select nullif(current_setting(''app.programme'', true), '''')::int))', t);
    execute format('grant %s on %s to hitoba_app', can, t);
  end loop;
end $$;

-- Accounts belong to the whole platform; hitoba_app never reads them.
create table platform.account (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  password_hash text,
  totp_sealed text,            -- the secret, sealed with the platform's own key
  totp_confirmed_at timestamptz,
  totp_last_step bigint,       -- each code once
  created_at timestamptz not null
);
create table platform.sign_in_link (
  token_hash text primary key,
  account_id uuid not null references platform.account,
  purpose text not null check (purpose in ('sign_in', 'invite')),
  next text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index on platform.sign_in_link (account_id, created_at);
create table platform.setup_link (token_hash text primary key, created_at timestamptz not null, expires_at timestamptz not null, spent_at timestamptz);
-- Guesses counted by account and by address; rows of the past window are swept.
create table platform.attempt (
  kind text not null, key_hash text not null, at timestamptz not null
);
create index on platform.attempt (kind, key_hash, at);

-- A role of a person in a programme, from a day to a day. Ended, never deleted.
create table platform.membership (
  programme_id int not null,
  id uuid not null,
  account_id uuid references platform.account,
  person_id uuid not null,
  role text not null,
  place_id uuid,               -- a host contact stands for one place
  starts_at timestamptz not null,
  ended_at timestamptz,
  ended_by uuid,
  primary key (programme_id, id)
);
create index on platform.membership (account_id) where ended_at is null;
create unique index membership_once on platform.membership (programme_id, person_id, role, coalesce(place_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;

create table platform.session (
  token_hash text primary key,
  account_id uuid not null references platform.account,
  programme_id int,
  membership_id uuid,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  mfa_at timestamptz,
  ended_at timestamptz,
  foreign key (programme_id, membership_id) references platform.membership (programme_id, id)
);
create index on platform.session (account_id) where ended_at is null;

-- A form sent twice is done once.
create table platform.form_token (
  programme_id int not null,
  token uuid not null,
  membership_id uuid,
  location text,
  at timestamptz not null,
  primary key (programme_id, token)
);

-- The chain of what was written and what was looked at.
create table platform.audit_entry (
  programme_id int not null,
  seq bigint not null,
  at timestamptz not null,
  actor_person_id uuid,
  actor_role text not null,
  action text not null,
  object_kind text not null,
  object_id text,
  subject_id uuid,             -- the person the record is about
  classes text[] not null default '{}',
  reason text,
  request_id text,
  prev_hash bytea not null,
  hash bytea not null,
  primary key (programme_id, seq)
);
create index on platform.audit_entry (programme_id, subject_id, seq desc);
create table platform.audit_head (programme_id int primary key, seq bigint not null, hash bytea not null);

-- One key for each person, itself sealed with the key of keys that is kept outside the database.
create table platform.person_key (
  programme_id int not null, person_id uuid not null, kek_id text not null, wrapped bytea not null, created_at timestamptz not null,
  primary key (programme_id, person_id)
);

-- What is to be told to whom. The words are made when it is read; here are only the kind and plain identifiers.
create table platform.message (
  programme_id int not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  params jsonb not null default '{}',
  path text,                   -- where its link leads, inside the programme
  created_at timestamptz not null,
  read_at timestamptz,
  withdrawn_at timestamptz,
  primary key (programme_id, id)
);
create index on platform.message (programme_id, person_id, created_at desc);
create table platform.delivery (
  programme_id int not null,
  message_id uuid not null,
  person_id uuid not null,
  order_no bigint generated always as identity,
  status text not null check (status in ('waiting', 'sent', 'dead', 'not_needed')),
  attempts int not null default 0,
  next_at timestamptz not null,
  last_error text,
  sent_at timestamptz,
  primary key (programme_id, message_id),
  foreign key (programme_id, message_id) references platform.message (programme_id, id)
);
create index on platform.delivery (next_at) where status = 'waiting';
create index on platform.delivery (programme_id, person_id, order_no) where status = 'waiting';
-- What one slice tells those above it, in the transaction in which it happened.
create table platform.event (
  programme_id int not null,
  id uuid not null,
  topic text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  next_at timestamptz not null,
  done_at timestamptz,
  dead_at timestamptz,         -- given up: an administrator looks at it
  attempts int not null default 0,
  last_error text,
  primary key (programme_id, id)
);
create index on platform.event (next_at) where done_at is null and dead_at is null;
-- Sign-in mails belong to nobody yet. Address and link are sealed together and leave with the mail.
create table platform.sign_in_mail (
  id uuid primary key,
  sealed text not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  expires_at timestamptz not null,
  last_error text
);
create index on platform.sign_in_mail (next_at);

-- Mails of the demo, readable on a page; empty in real use.
create table platform.demo_mail (
  id uuid primary key, programme_id int, to_address text not null, subject text not null, body text not null, at timestamptz not null
);

-- Long work with a page of its own.
create table platform.work (
  programme_id int not null,
  id uuid not null,
  kind text not null,
  membership_id uuid not null,
  params jsonb not null,
  status text not null check (status in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  done_count int not null default 0,
  total_count int,
  result jsonb,
  created_at timestamptz not null,
  finished_at timestamptz,
  primary key (programme_id, id)
);
-- Files of the programme, kept in the database so that they move and are backed up with it.
create table platform.file (
  programme_id int not null,
  id uuid not null,
  kind text not null,
  name text not null,
  media_type text not null,
  bytes bytea not null,
  created_at timestamptz not null,
  membership_id uuid,
  primary key (programme_id, id)
);

call platform.wall(array['platform.membership', 'platform.form_token', 'platform.person_key', 'platform.message', 'platform.delivery', 'platform.event', 'platform.work', 'platform.file']);
call platform.wall(array['platform.audit_entry', 'platform.audit_head'], 'select');
alter table platform.account enable row level security;
alter table platform.sign_in_link enable row level security;
alter table platform.setup_link enable row level security;
alter table platform.attempt enable row level security;
alter table platform.session enable row level security;
alter table platform.sign_in_mail enable row level security;
alter table platform.demo_mail enable row level security;
