-- What an office knows of itself when it asks whether it holds a fee supplement. One row a place that wrote something down.
create table training.fee_office (
  programme_id int not null, place_id uuid not null,
  office_number text not null default '',
  services text[] not null default '{}', flat_rate text[] not null default '{}',   -- flat_rate: of these, whose fee is of that kind
  shown_to_programme boolean not null default false,                               -- the result without names, while the place asks for help
  version int not null default 1, saved_at timestamptz not null,
  primary key (programme_id, place_id),
  foreign key (programme_id, place_id) references places.place (programme_id, id)
);
create table training.fee_notice (
  programme_id int not null, place_id uuid not null,
  supplement text not null check (supplement in ('peer_system', 'peer_practice', 'peer_after_leaving')),
  notified_on date, published_on date,
  primary key (programme_id, place_id, supplement),
  foreign key (programme_id, place_id) references training.fee_office (programme_id, place_id)
);
-- Somebody who works there. Name, role, recognition and courses tell that somebody has a disability: sealed as one, with a key of
-- their own, which is destroyed when they are taken out.
create table training.office_staff (
  programme_id int not null, id uuid not null, place_id uuid not null, facts_sealed text not null,
  version int not null default 1, hours_version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references training.fee_office (programme_id, place_id)
);
create index on training.office_staff (programme_id, place_id);
create table training.office_hours (
  programme_id int not null, staff_id uuid not null, month text not null check (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  fte int not null check (fte between 0 and 100),                                   -- hundredths of a full-time post
  primary key (programme_id, staff_id, month),
  foreign key (programme_id, staff_id) references training.office_staff (programme_id, id) on delete cascade
);
-- A training that the office gave its own staff.
create table training.office_training (
  programme_id int not null, id uuid not null, place_id uuid not null, on_day date not null, topic text not null,
  led_by uuid[] not null, others int not null check (others between 0 and 500),
  version int not null default 1, created_at timestamptz not null,
  primary key (programme_id, id),
  foreign key (programme_id, place_id) references training.fee_office (programme_id, place_id)
);
create index on training.office_training (programme_id, place_id, on_day);
call platform.wall(array['training.fee_office', 'training.fee_notice', 'training.office_staff', 'training.office_hours', 'training.office_training']);
