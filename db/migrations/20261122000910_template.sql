-- A programme's own template of a document, from a day on. One that another followed on the same day, or that was taken away, stays.
create table platform.template (
  programme_id int not null, id uuid not null, kind text not null, from_day date not null,
  file_id uuid not null, picture_id uuid,
  at timestamptz not null, membership_id uuid, removed_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, file_id) references platform.file (programme_id, id),
  foreign key (programme_id, picture_id) references platform.file (programme_id, id)
);
create unique index template_of_day on platform.template (programme_id, kind, from_day) where removed_at is null;
call platform.wall(array['platform.template']);
