-- Words of what the programme issues, from a day on: a paper keeps the words of its day.
create table training.credential_wording (
  programme_id int not null references programme.programme, kind text not null check (kind in ('certificate', 'card')), from_day date not null,
  prefix text not null default '', title text not null, body text not null, issuer text not null, seal_box boolean not null default true,
  by_membership uuid not null, at timestamptz not null,
  primary key (programme_id, kind, from_day)
);
-- One row for each series of numbers: whoever takes a number holds it until the paper is issued, so that none is left out.
create table training.series (
  programme_id int not null references programme.programme, kind text not null check (kind in ('certificate', 'card')),
  fiscal_year int not null check (fiscal_year between 2000 and 2200), next_no int not null default 1 check (next_no > 0),
  primary key (programme_id, kind, fiscal_year)
);
-- A paper that was handed out. Another one for the same course or registration supersedes it.
create table training.credential (
  programme_id int not null, id uuid not null, kind text not null check (kind in ('certificate', 'card')),
  fiscal_year int not null, no int not null check (no > 0),
  person_id uuid not null, enrolment_id uuid, check ((kind = 'certificate') = (enrolment_id is not null)),
  valid_until date, check (kind = 'card' or valid_until is null),
  issued_on date not null, wording_from date,
  name_sealed text not null, code_sealed text not null,
  proof_hash text not null unique,                -- of code and printed name together: neither of them alone finds a row
  -- Printed again, a paper keeps its number and its day; name and code are new.
  reissue_no int not null default 0 check (reissue_no >= 0), reissued_on date, reissue_reason text check (reissue_reason in ('lost', 'name_changed', 'mistake')),
  check ((reissue_no = 0) = (reissued_on is null) and (reissue_no = 0) = (reissue_reason is null)),
  superseded_at timestamptz, withdrawn_at timestamptz, withdrawn_sealed text,
  by_membership uuid not null, at timestamptz not null,
  primary key (programme_id, id),
  unique (programme_id, kind, fiscal_year, no, reissue_no),
  foreign key (programme_id, person_id) references people.person (programme_id, id),
  foreign key (programme_id, enrolment_id) references training.enrolment (programme_id, id),
  foreign key (programme_id, kind, wording_from) references training.credential_wording (programme_id, kind, from_day)
);
create unique index credential_of_enrolment on training.credential (programme_id, enrolment_id) where superseded_at is null and withdrawn_at is null;
create unique index credential_card on training.credential (programme_id, person_id) where kind = 'card' and superseded_at is null and withdrawn_at is null;
create index on training.credential (programme_id, person_id);

-- The national training, taken elsewhere. Never mixed with what the programme itself certifies.
create table training.qualification (
  programme_id int not null, id uuid not null, person_id uuid not null,
  course text not null check (course in ('basic', 'advanced', 'follow_up')),
  issuer text not null, issued_on date not null, number text not null default '',
  role_sealed text not null,                      -- as whom they took it: that says whether they live with a disability
  via text not null default 'self', recorded_by uuid, at timestamptz not null,
  confirmed_at timestamptz, confirmed_by uuid,    -- somebody of the staff saw the paper
  set_aside_at timestamptz, version int not null default 1,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on training.qualification (programme_id, person_id);

-- The recognition ceremony (認定式).
create table training.ceremony (
  programme_id int not null references programme.programme, id uuid not null,
  starts_at timestamptz not null, ends_at timestamptz not null, check (starts_at < ends_at),
  place text not null, note text not null default '', cancelled_at timestamptz,
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id)
);
create table training.ceremony_guest (
  programme_id int not null, ceremony_id uuid not null, person_id uuid not null,
  invited_at timestamptz not null, answer text check (answer in ('comes', 'rather_not')), answered_at timestamptz, via text not null default 'self',
  primary key (programme_id, ceremony_id, person_id), check ((answer is null) = (answered_at is null)),
  foreign key (programme_id, ceremony_id) references training.ceremony (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create index on training.ceremony_guest (programme_id, person_id);

-- For which activities a place is ready, and until when. Only added to: the newest row of (place, activity) counts.
create table training.place_ready (
  programme_id int not null, id uuid not null, place_id uuid not null, activity_id uuid not null,
  until_day date,                                 -- null: not ready any more
  note text not null default '', by_membership uuid not null, at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references places.place (programme_id, id),
  foreign key (programme_id, activity_id) references programme.activity (programme_id, id)
);
create index on training.place_ready (programme_id, place_id, activity_id, at);
call platform.wall(array['training.credential_wording', 'training.series', 'training.credential', 'training.qualification', 'training.ceremony',
  'training.ceremony_guest', 'training.place_ready']);
