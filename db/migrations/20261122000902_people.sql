-- A record points at the one that it went into: where rows are copied page by page, the other may come later.
alter table people.person alter constraint person_programme_id_merged_into_fkey deferrable;
