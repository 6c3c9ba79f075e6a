-- A session points at the one it was moved to: where rows are copied page by page, the other may come later.
alter table training.run_session alter constraint run_session_programme_id_moved_to_fkey deferrable;
