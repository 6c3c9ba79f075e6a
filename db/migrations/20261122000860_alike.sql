-- Somebody said that these two are not the same person: they are not proposed again. The smaller id stands first.
create table people.not_same (
  programme_id int not null, one_id uuid not null, other_id uuid not null, check (one_id < other_id),
  said_at timestamptz not null, by_membership uuid not null,
  primary key (programme_id, one_id, other_id),
  foreign key (programme_id, one_id) references people.person (programme_id, id),
  foreign key (programme_id, other_id) references people.person (programme_id, id)
);
call platform.wall(array['people.not_same']);
