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
  totp_offered_sealed text,    -- a secret shown for setting up, not yet proved by a code
  created_at timestamptz not null
);
-- Printed on paper for the day the telephone is lost. Each works once.
create table platform.recovery_code (
  account_id uuid not null references platform.account,
  code_hash text not null,
  created_at timestamptz not null,
  spent_at timestamptz,
  primary key (account_id, code_hash)
);
create table platform.sign_in_link (
  token_hash text primary key,
  account_id uuid references platform.account, -- null: nobody has this address; the row is written all the same
  purpose text not null check (purpose in ('sign_in', 'invite')),
  next text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  spent_at timestamptz
);
create index on platform.sign_in_link (account_id, created_at);
-- A browser in which the person came in before: its guesses are counted apart, so that strangers' guesses never keep the owner out.
create table platform.known_device (
  account_id uuid not null references platform.account,
  token_hash text not null,
  last_used_at timestamptz not null,
  primary key (account_id, token_hash)
);
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
create index on platform.membership (account_id);
create unique index membership_once on platform.membership (programme_id, person_id, role, coalesce(place_id, '00000000-0000-0000-0000-000000000000')) where ended_at is null;

create table platform.session (
  token_hash text primary key,
  id uuid not null unique,     -- names the session on the person's own page; opens nothing
  device text not null default '',
  account_id uuid not null references platform.account,
  programme_id int,
  membership_id uuid,
  created_at timestamptz not null,
  proved_at timestamptz not null, -- when the person last proved who they are
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
-- `seal` is made with the key from the last hash: a head set back by hand has none.
create table platform.audit_head (programme_id int primary key, seq bigint not null, hash bytea not null, seal bytea not null);

-- One field of the canonical form: '-' for nothing, else its length in bytes, ':' and the text. So no two rows read the same.
create function platform.audit_field(t text) returns text immutable language sql
  as $$ select case when t is null then '-' else octet_length(convert_to(t, 'UTF8'))::text || ':' || t end $$;

-- Appends a transaction's entries to the chain of its programme: the last statement before commit.
-- The HMAC key stays outside: its padded forms come with the call. The lock is a statement of its own, so that the head read afterwards is the newest.
create function platform.audit_append(p_programme int, p_stamp jsonb, p_entries jsonb, p_ipad bytea, p_opad bytea) returns bigint
  volatile security definer set search_path = pg_catalog, pg_temp language plpgsql as $$
declare
  e jsonb;
  v_at timestamptz := date_trunc('milliseconds', (p_stamp->>'at')::timestamptz);
  v_seq bigint;
  v_prev bytea;
  v_hash bytea;
  v_classes text[];
begin
  if coalesce(platform.current_programme(), p_programme) <> p_programme then
    raise exception 'audit: another programme''s chain';
  end if;
  perform pg_advisory_xact_lock(8, p_programme);
  select seq, hash into v_seq, v_prev from platform.audit_head where programme_id = p_programme;
  v_seq := coalesce(v_seq, 0);
  v_prev := coalesce(v_prev, decode(repeat('00', 32), 'hex'));
  for e in select value from jsonb_array_elements(p_entries) loop
    v_seq := v_seq + 1;
    v_classes := array(select jsonb_array_elements_text(e->'classes'));
    v_hash := sha256(p_opad || sha256(p_ipad || v_prev || convert_to(
      platform.audit_field(p_programme::text) || platform.audit_field(v_seq::text)
      || platform.audit_field(to_char(v_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
      || platform.audit_field(p_stamp->>'person') || platform.audit_field(p_stamp->>'role')
      || platform.audit_field(e->>'action') || platform.audit_field(e->>'kind') || platform.audit_field(e->>'id')
      || platform.audit_field(e->>'subject') || platform.audit_field(cardinality(v_classes)::text)
      || coalesce((select string_agg(platform.audit_field(c), '' order by n) from unnest(v_classes) with ordinality as x(c, n)), '')
      || platform.audit_field(e->>'reason') || platform.audit_field(p_stamp->>'request'), 'UTF8')));
    insert into platform.audit_entry values (p_programme, v_seq, v_at, (p_stamp->>'person')::uuid, p_stamp->>'role', e->>'action', e->>'kind',
      e->>'id', (e->>'subject')::uuid, v_classes, e->>'reason', p_stamp->>'request', v_prev, v_hash);
    v_prev := v_hash;
  end loop;
  insert into platform.audit_head values (p_programme, v_seq, v_prev, sha256(p_opad || sha256(p_ipad || convert_to('head', 'UTF8') || v_prev)))
    on conflict (programme_id) do update set seq = excluded.seq, hash = excluded.hash, seal = excluded.seal;
  return v_seq;
end $$;
revoke execute on function platform.audit_append from public;
grant execute on function platform.audit_append to hitoba_app;

-- One key for each person, itself sealed with the key of keys that is kept outside the database. The nil person stands for the
-- programme's own notes, programme 0 for the platform: so no foreign key.
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
  attempts int not null default 0,
  heartbeat_at timestamptz,    -- silent for minutes: its process is gone, another one takes over
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
alter table platform.recovery_code enable row level security;
alter table platform.known_device enable row level security;

-- The few things that a coordinator does to accounts, each only for members of the transaction's own programme.
-- They answer nothing that tells whether an account was there before.
create function platform.account_for_invite(p_email text, p_new_id uuid, p_at timestamptz) returns uuid
  language sql volatile security definer set search_path = ''
  as $$
    insert into platform.account (id, email, created_at) values (p_new_id, p_email, p_at) on conflict (email) do nothing;
    select id from platform.account where email = p_email;
  $$;
create function platform.put_invite_link(p_membership uuid, p_token_hash text, p_at timestamptz, p_expires timestamptz) returns text
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare v_account uuid; v_email text;
  begin
    select a.id, a.email into v_account, v_email
    from platform.membership m join platform.account a on a.id = m.account_id
    where m.programme_id = platform.current_programme() and m.id = p_membership and m.ended_at is null;
    if v_account is null then return null; end if;
    insert into platform.sign_in_link (token_hash, account_id, purpose, created_at, expires_at)
    values (p_token_hash, v_account, 'invite', p_at, p_expires);
    return v_email;
  end $$;
create function platform.member_accounts(p_memberships uuid[]) returns table (membership_id uuid, email text, second_factor boolean)
  language sql stable security definer set search_path = ''
  as $$
    select m.id, a.email, a.totp_confirmed_at is not null
    from platform.membership m join platform.account a on a.id = m.account_id
    where m.programme_id = platform.current_programme() and m.id = any (p_memberships)
  $$;
create function platform.end_member_sessions(p_membership uuid, p_at timestamptz) returns void
  language sql volatile security definer set search_path = ''
  as $$
    update platform.session set ended_at = p_at
    where programme_id = platform.current_programme() and membership_id = p_membership and ended_at is null
  $$;
-- An administrator's second factor is reset by administrators only, through whichever of the account's roles it is asked for.
create function platform.reset_member_second_factor(p_membership uuid, p_at timestamptz, p_by_admin boolean) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare v_account uuid;
  begin
    select m.account_id into v_account from platform.membership m
    where m.programme_id = platform.current_programme() and m.id = p_membership and m.ended_at is null;
    if v_account is null then return false; end if;
    if not p_by_admin and exists (select from platform.membership m where m.account_id = v_account and m.role = 'admin' and m.ended_at is null)
      then return false; end if;
    update platform.account set totp_sealed = null, totp_confirmed_at = null, totp_last_step = null, totp_offered_sealed = null where id = v_account;
    delete from platform.recovery_code where account_id = v_account;
    delete from platform.known_device where account_id = v_account;
    update platform.session set ended_at = p_at where account_id = v_account and ended_at is null;
    return true;
  end $$;
-- What no window, link or session reaches any more. Of all programmes at once: harmless, and the same every time.
create function platform.sweep_sign_in(p_at timestamptz) returns void
  language sql volatile security definer set search_path = ''
  as $$
    delete from platform.attempt where at < p_at - interval '1 day';
    delete from platform.sign_in_link where expires_at < p_at - interval '7 days';
    delete from platform.session where coalesce(ended_at, expires_at) < p_at - interval '90 days';
    delete from platform.known_device where last_used_at < p_at - interval '1 year';
  $$;
revoke execute on function platform.sweep_sign_in from public;
grant execute on function platform.sweep_sign_in to hitoba_app;
revoke execute on function platform.account_for_invite, platform.put_invite_link, platform.member_accounts, platform.end_member_sessions, platform.reset_member_second_factor from public;
grant execute on function platform.account_for_invite, platform.put_invite_link, platform.member_accounts, platform.end_member_sessions, platform.reset_member_second_factor to hitoba_app;
alter table platform.sign_in_mail enable row level security;
create policy put on platform.sign_in_mail for insert to hitoba_app with check (true);
grant insert on platform.sign_in_mail to hitoba_app;
alter table platform.demo_mail enable row level security;
-- One mail address may lead to several people (families share one): the link of a mail may be meant for another of them.
create function platform.reaches_message(p_account uuid, p_message uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (
      select from platform.message m join platform.membership s on s.programme_id = m.programme_id and s.person_id = m.person_id
      where m.id = p_message and m.withdrawn_at is null and s.account_id = p_account and s.ended_at is null)
  $$;
