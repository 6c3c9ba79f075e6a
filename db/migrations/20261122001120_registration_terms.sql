-- A registration that a list brought in is marked as taken over: it did not come about here, by an application and a talk.
alter table registration.term drop constraint term_kind_check,
  add constraint term_kind_check check (kind in ('registered', 'renewed', 'kept', 'taken_over'));
update registration.term t set kind = 'taken_over'
where t.kind = 'registered' and exists (select from registration.change c
  where c.programme_id = t.programme_id and c.person_id = t.person_id and c.from_status is null and c.to_status = 'registered'
    and c.via = 'paper' and c.on_day = t.from_day and c.at = t.at);
update registration.change c set via = 'list'
where c.via = 'paper' and exists (select from registration.term t
  where t.programme_id = c.programme_id and t.person_id = c.person_id and t.kind = 'taken_over' and t.at = c.at);
