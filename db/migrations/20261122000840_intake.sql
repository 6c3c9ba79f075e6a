-- A table that somebody sent, on its way into the programme. It holds people's names: sealed, and gone after thirty days.
create table platform.intake (
  programme_id int not null,
  id uuid not null,
  kind text not null,
  name text not null,                    -- of the file
  membership_id uuid not null,
  created_at timestamptz not null,
  sheet int not null default 0,
  mapping jsonb not null default '{}',   -- field → column
  decisions jsonb not null default '{}', -- line → what somebody decided, or that it was taken over
  table_sealed text,                     -- null once it was forgotten
  primary key (programme_id, id)
);
create index on platform.intake (programme_id, created_at);
call platform.wall(array['platform.intake']);
