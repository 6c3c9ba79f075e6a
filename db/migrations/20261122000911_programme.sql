-- How many years after its fiscal year the programme keeps its documents; null: as the municipality's rules say.
alter table programme.programme add column records_kept_years int check (records_kept_years between 1 and 100);
