-- A record that was erased: who it was is gone, that there was somebody stays, for the figures.
alter table people.person add column erased_at timestamptz;
-- Somebody would like their record erased; open until it is, or until they take it back.
create table people.erasure_wish (
  programme_id int not null, id uuid not null, person_id uuid not null,
  via text not null default 'self' check (via in ('self', 'phone', 'paper', 'fax', 'in_person', 'mail')),
  recorded_by uuid,                      -- membership, when told to staff
  at timestamptz not null,
  ended_at timestamptz,
  primary key (programme_id, id),
  foreign key (programme_id, person_id) references people.person (programme_id, id)
);
create unique index erasure_wish_open on people.erasure_wish (programme_id, person_id) where ended_at is null;
call platform.wall(array['people.erasure_wish']);

-- The account of somebody whose record is erased: no role is left, it forgets them, and is gone where it stands for nobody else, in whatever programme.
create function platform.forget_account_of(p_person uuid, p_at timestamptz) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare v_account uuid;
  begin
    update platform.membership set ended_at = p_at
      where programme_id = platform.current_programme() and person_id = p_person and ended_at is null;
    for v_account in
      select distinct m.account_id from platform.membership m
      where m.programme_id = platform.current_programme() and m.person_id = p_person and m.account_id is not null
    loop
      delete from platform.session s using platform.membership m
        where m.programme_id = platform.current_programme() and m.person_id = p_person
          and s.programme_id = m.programme_id and s.membership_id = m.id;
      update platform.membership set account_id = null
        where programme_id = platform.current_programme() and person_id = p_person and account_id = v_account;
      if not exists (select from platform.membership where account_id = v_account) then
        delete from platform.session where account_id = v_account;
        delete from platform.recovery_code where account_id = v_account;
        delete from platform.known_device where account_id = v_account;
        delete from platform.sign_in_link where account_id = v_account;
        delete from platform.account where id = v_account;
      end if;
    end loop;
  end $$;
revoke execute on function platform.forget_account_of from public;
grant execute on function platform.forget_account_of to hitoba_app;
-- Whether a message is meant for another role of the account is asked of every page alike now.
drop function platform.reaches_message(uuid, uuid);
-- The administrator reads what happened to accounts by itself.
create index audit_accounts on platform.audit_entry (programme_id, seq desc) where object_kind = 'account';
