-- A coordinator's draft of a month: whom to ask for what. Its maker's alone until its invitations are sent.
create table visits.draft (
  programme_id int not null, id uuid not null, month date not null check (extract(day from month) = 1),
  made_by uuid not null,                    -- membership
  made_at timestamptz not null,
  work_id uuid not null,                    -- the planning that fills it, or did so last
  planned_at timestamptz,                   -- null: it is being planned
  sent_at timestamptz,                      -- the first invitation of it went out
  put_away_at timestamptz,
  primary key (programme_id, id)
);
create index on visits.draft (programme_id, month) where put_away_at is null;
create table visits.draft_visit (
  programme_id int not null, draft_id uuid not null, request_id uuid not null, slot_id uuid not null,
  frozen boolean not null default false,    -- stays as it is when the rest is planned again
  sent_at timestamptz,
  not_sent text,                            -- why its invitations could not go out: visits/actions/send-draft.ts
  primary key (programme_id, draft_id, request_id),
  foreign key (programme_id, draft_id) references visits.draft (programme_id, id),
  foreign key (programme_id, request_id) references visits.request (programme_id, id),
  foreign key (programme_id, slot_id) references visits.request_slot (programme_id, id)
);
create table visits.draft_seat (
  programme_id int not null, draft_id uuid not null, request_id uuid not null, person_id uuid not null,
  part text not null check (part in ('supporter', 'companion')),
  primary key (programme_id, draft_id, request_id, person_id),
  foreign key (programme_id, draft_id, request_id) references visits.draft_visit (programme_id, draft_id, request_id) on delete cascade,
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on visits.draft_seat (programme_id, person_id);
call platform.wall(array['visits.draft', 'visits.draft_visit', 'visits.draft_seat']);
