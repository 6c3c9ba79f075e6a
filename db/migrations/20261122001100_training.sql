-- Whoever is named by an office writes and consents themselves: what stands there says who did.
alter table training.application
  drop constraint application_via_check,
  add constraint application_via_check check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail', 'office')),
  add consent_via text check (consent_via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail', 'office')),
  add consent_by uuid,                            -- the membership that ticked it; null where that was not kept yet
  add ready_at timestamptz;                       -- one of two is done with their part and waits for the other
alter table training.apply_link
  add application_id uuid,                        -- the part of somebody whom an office named
  add foreign key (programme_id, application_id) references training.application (programme_id, id) on delete cascade;

-- Until now the contact of a place wrote for both: what was not the contact's own came from the office, the consent too.
update training.application a set via = 'office'
where a.via = 'self' and a.recorded_by is null and a.place_id is not null and (
  not exists (select from platform.membership m
    where m.programme_id = a.programme_id and m.person_id = a.person_id and m.role = 'host' and m.place_id = a.place_id)
  or exists (select from training.application_event e
    join platform.membership m on m.programme_id = e.programme_id and m.id = e.by_membership
    where e.programme_id = a.programme_id and e.application_id = a.id and e.from_status is null
      and m.role = 'host' and m.person_id <> a.person_id));
update training.application set consent_via = via where consent_version is not null;
alter table training.application add check ((consent_version is null) = (consent_via is null));
