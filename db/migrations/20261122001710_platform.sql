-- A mail that somebody signed in sends to others is counted in the transaction of the mail, so that what is refused counts nothing.
-- The app neither reads nor writes the tries themselves. Keys are hashes, in the order in which every counting locks them.
create function platform.count_office_mail(
  p_office text, p_office_most int, p_office_since timestamptz, p_mailbox text, p_mailbox_most int, p_mailbox_since timestamptz, p_at timestamptz
) returns boolean
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    perform pg_advisory_xact_lock(hashtextextended(least(p_office collate "C", p_mailbox collate "C"), 11));
    perform pg_advisory_xact_lock(hashtextextended(greatest(p_office collate "C", p_mailbox collate "C"), 11));
    if (select count(*) from platform.attempt where kind = 'form:office' and key_hash = p_office and at > p_office_since) >= p_office_most
      or (select count(*) from platform.attempt where kind = 'form:mailbox' and key_hash = p_mailbox and at > p_mailbox_since) >= p_mailbox_most
      then return false; end if;
    insert into platform.attempt (kind, key_hash, at) values ('form:office', p_office, p_at), ('form:mailbox', p_mailbox, p_at);
    return true;
  end $$;
revoke execute on function platform.count_office_mail from public;
grant execute on function platform.count_office_mail to hitoba_app;
