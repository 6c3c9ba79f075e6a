-- Two records of one person became one: `gone_id` went into `kept_id`. The rows that followed are remembered, for the way back.
create table people.merge (
  programme_id int not null, id uuid not null, kept_id uuid not null, gone_id uuid not null, check (kept_id <> gone_id),
  at timestamptz not null, by_membership uuid not null,
  followed jsonb not null,               -- people/data/move-rows.ts
  undone_at timestamptz, undone_by uuid, check ((undone_at is null) = (undone_by is null)),
  primary key (programme_id, id),
  foreign key (programme_id, kept_id) references people.person (programme_id, id),
  foreign key (programme_id, gone_id) references people.person (programme_id, id)
);
create unique index merge_standing on people.merge (programme_id, gone_id) where undone_at is null;
create index on people.merge (programme_id, kept_id);
call platform.wall(array['people.merge']);
-- A record that went into another is in no list, as one that was erased; its name stays for the way back.
alter table people.person add column merged_into uuid;
alter table people.person add foreign key (programme_id, merged_into) references people.person (programme_id, id);
alter table people.person add check (merged_into is null or erased_at is not null);
-- What hangs on a registration follows it to the record that stays.
do $$
declare c record;
begin
  for c in select conname, conrelid::regclass as t, pg_get_constraintdef(oid) as def from pg_constraint
    where contype = 'f' and confrelid = 'registration.supporter'::regclass
  loop
    execute format('alter table %s drop constraint %I', c.t, c.conname);
    execute format('alter table %s add constraint %I %s on update cascade', c.t, c.conname, c.def);
  end loop;
end $$;
