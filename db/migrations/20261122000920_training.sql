-- Once a run goes on, somebody who waits may still be asked while a session up to this number is ahead; null: nobody joins on the way.
alter table training.run add column join_until_no int check (join_until_no between 1 and 200);
-- The day before an offer ends, once.
alter table training.offer add column reminded_at timestamptz;
