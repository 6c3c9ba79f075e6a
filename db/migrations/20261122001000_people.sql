-- For how many days somebody who signs in may say that another record is not theirs, before staff make the two one.
alter table programme.programme add column merge_answer_days int not null default 14 check (merge_answer_days between 1 and 90);
-- Whoever signs in to a record is asked before another one goes together with it.
create table people.merge_question (
  programme_id int not null, id uuid not null,
  holder_id uuid not null, other_id uuid not null, check (holder_id <> other_id),
  asked_at timestamptz not null, asked_by uuid not null,   -- membership
  until_day date not null,               -- the last day of the time to answer
  answer text check (answer in ('same', 'not_me')), answered_at timestamptz,
  via text check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')),
  recorded_by uuid,                      -- membership; null: they answered themselves
  check ((answer is null) = (answered_at is null) and (answer is null) = (via is null)),
  closed_at timestamptz,                 -- asked anew, made one, or known to be two
  primary key (programme_id, id),
  foreign key (programme_id, holder_id) references people.person (programme_id, id),
  foreign key (programme_id, other_id) references people.person (programme_id, id)
);
create unique index merge_question_open on people.merge_question (programme_id, holder_id, other_id) where closed_at is null;
create index on people.merge_question (programme_id, other_id);
call platform.wall(array['people.merge_question']);
